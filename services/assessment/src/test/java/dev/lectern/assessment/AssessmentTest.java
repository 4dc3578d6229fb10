package dev.lectern.assessment;

import dev.lectern.testing.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/// A test of the whole service; one form for all of them, so that they share one context.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "db-scheduler.polling-interval=250ms")
@Import({Hearing.class, School.class, TurnableClock.class, UserNearby.class})
public @interface AssessmentTest {}
