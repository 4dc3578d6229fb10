package dev.lectern.course.testkit;

import dev.lectern.testing.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole service beside stand-ins for the services it asks. All such tests share one
/// context, so each makes its own courses and looks at nothing else.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "db-scheduler.polling-interval=250ms",
            "management.prometheus.metrics.export.enabled=true"
        })
@ContextConfiguration(initializers = Callees.Addresses.class)
@Import({Studio.class, Learners.class})
public @interface CourseTest {}
