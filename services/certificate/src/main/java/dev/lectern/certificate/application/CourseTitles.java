package dev.lectern.certificate.application;

import dev.lectern.events.course.CoursePublished;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// This service's copy of the titles courses were published under. A published version never
/// changes, so it is written once and told again without effect.
@Service
@Transactional
public class CourseTitles {

    private final JdbcClient jdbc;

    CourseTitles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(CoursePublished course) {
        jdbc.sql(
                        """
                        insert into copy_course_title (course_id, version, title)
                        values (:course, :version, :title) on conflict do nothing
                        """)
                .param("course", course.courseId())
                .param("version", course.version())
                .param("title", course.title())
                .update();
    }

    /// The title of a version. Where only later ones are known, because the copy was built anew
    /// from the current state, the next of them; empty while this version is still to be told.
    @Transactional(readOnly = true)
    public Optional<String> titleOf(UUID courseId, int version) {
        return jdbc.sql(
                        """
                        select title from copy_course_title
                        where course_id = :course and version >= :version
                        order by version limit 1
                        """)
                .param("course", courseId)
                .param("version", version)
                .query(String.class)
                .optional();
    }
}
