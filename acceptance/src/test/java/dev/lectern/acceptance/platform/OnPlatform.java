package dev.lectern.acceptance.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test that takes the [Platform], or the [dev.lectern.acceptance.people.Cast] on it, as an
/// argument. With `-Dlectern.address` it is the one at that address; otherwise one is started and
/// shared by all tests of the run.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PlatformExtension.class)
public @interface OnPlatform {

    /// Services that must have a JVM of their own, so that they can be killed. On a platform where
    /// they have none the test is not run, and says so.
    String[] isolated() default {};
}
