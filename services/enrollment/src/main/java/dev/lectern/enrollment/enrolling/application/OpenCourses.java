package dev.lectern.enrollment.enrolling.application;

import dev.lectern.enrollment.enrolling.domain.OfferedCourse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which version of a course a newcomer gets, from this service's own copy.
@Component
public class OpenCourses {

    private final JdbcClient jdbc;

    OpenCourses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The course as it is offered; empty while it was never published.
    public Optional<OfferedCourse> offered(UUID courseId) {
        return jdbc.sql(
                        """
                        select course_id, offered_version as version, price_amount
                        from copy_course where course_id = :courseId
                        """)
                .param("courseId", courseId)
                .query(OfferedCourse.class)
                .optional();
    }
}
