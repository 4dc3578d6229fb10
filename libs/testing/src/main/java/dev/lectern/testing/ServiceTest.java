package dev.lectern.testing;

import dev.lectern.testing.api.DocumentedAnswersExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;

/// A test of a whole service: its Spring context on real infrastructure. Whatever it answers over
/// HTTP must be in its API document.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest
@WithInfrastructure({})
@ExtendWith(DocumentedAnswersExtension.class)
public @interface ServiceTest {

    @AliasFor(annotation = WithInfrastructure.class, attribute = "value")
    Part[] infrastructure() default {Part.POSTGRES, Part.BROKER};

    @AliasFor(annotation = SpringBootTest.class, attribute = "webEnvironment")
    WebEnvironment webEnvironment() default WebEnvironment.MOCK;

    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] classes() default {};

    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}
