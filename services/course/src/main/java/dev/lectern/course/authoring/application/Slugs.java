package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.Slug;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gives out slugs. One that was given stays with its course for ever, so that an old link never
/// leads to something else.
@Component
class Slugs {

    private final JdbcClient jdbc;

    Slugs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The slug of a course under this title: the one it had for it before, or a new one.
    String forTitle(CourseId course, String title) {
        var base = Slug.of(title);
        return given(course, base).orElseGet(() -> give(course, base));
    }

    private Optional<String> given(CourseId course, String base) {
        return jdbc.sql("select slug from course_slug where course_id = :course and base = :base")
                .param("course", course.value())
                .param("base", base)
                .query(String.class)
                .optional();
    }

    private String give(CourseId course, String base) {
        for (var number = 1 + takenLike(base); ; number++) {
            var slug = number == 1 ? base : base + "-" + number;
            if (take(course, base, slug)) {
                return slug;
            }
        }
    }

    private long takenLike(String base) {
        return jdbc.sql("select count(*) from course_slug where base = :base")
                .param("base", base)
                .query(Long.class)
                .single();
    }

    private boolean take(CourseId course, String base, String slug) {
        return jdbc.sql(
                                """
                                insert into course_slug (slug, base, course_id)
                                values (:slug, :base, :course) on conflict do nothing
                                """)
                        .param("slug", slug)
                        .param("base", base)
                        .param("course", course.value())
                        .update()
                == 1;
    }
}
