package dev.lectern.launcher.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Hands a test a platform that is up, the same one to all tests of this module.
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedPlatforms.class)
public @interface Up {

    /// Whether each service has a JVM of its own.
    boolean isolated() default false;
}
