package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which courses have a price, from this service's own copy.
@Component
class CoursePrices {

    private final JdbcClient jdbc;

    CoursePrices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isKnown(CourseId course) {
        return jdbc.sql("select exists (select 1 from copy_price where course_id = :course)")
                .param("course", course.value())
                .query(Boolean.class)
                .single();
    }
}
