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
                        select c.course_id, c.offered_version as version, c.withdrawn,
                               p.amount as price_amount
                        from copy_course c left join copy_price p on p.course_id = c.course_id
                        where c.course_id = :courseId
                        """)
                .param("courseId", courseId)
                .query(OfferedCourse.class)
                .optional();
    }
}
