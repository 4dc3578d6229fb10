package dev.lectern.notification.application;

import dev.lectern.events.course.CoursePublished;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// This service's copy of what courses are called, as they were last published.
@Service
@Transactional
public class CourseTitles {

    private final JdbcClient jdbc;

    CourseTitles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Told late, an earlier version does not replace a later one.
    public void keep(CoursePublished course) {
        jdbc.sql(
                        """
                        insert into copy_course_title (course_id, version, title)
                        values (:course, :version, :title)
                        on conflict (course_id) do update
                        set version = excluded.version, title = excluded.title
                        where copy_course_title.version < excluded.version
                        """)
                .param("course", course.courseId())
                .param("version", course.version())
                .param("title", course.title())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<String> titleOf(UUID course) {
        return jdbc.sql("select title from copy_course_title where course_id = :course")
                .param("course", course)
                .query(String.class)
                .optional();
    }
}
