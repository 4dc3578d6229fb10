package dev.lectern.analytics.application;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.event.Received;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.course.CoursePublished.Lesson;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose activities count where: copies of what is published and of who may learn it.
@Component
class Audience {

    private final JdbcClient jdbc;
    private final AccessCopy access;

    Audience(JdbcClient jdbc, AccessCopy access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    boolean learns(UUID person, UUID course) {
        return access.inForce(person, course).isPresent();
    }

    /// Whether the course was ever published, and whether newcomers get it now.
    Optional<Boolean> isOffered(UUID course) {
        return jdbc.sql("select offered from copy_offered_course where course_id = :course")
                .param("course", course)
                .query(Boolean.class)
                .optional();
    }

    /// Whether any version shows this lesson or video.
    boolean isShown(UUID course, UUID part) {
        return jdbc.sql(
                        """
                        select exists (select 1 from copy_course_part
                                       where course_id = :course and part_id = :part)
                        """)
                .param("course", course)
                .param("part", part)
                .query(Boolean.class)
                .single();
    }

    /// Versions are only added to what is shown: whoever is pinned to an old one learns that.
    void keep(Received<CoursePublished> received) {
        var course = received.event();
        jdbc.sql(
                        """
                        insert into copy_offered_course (course_id, sequence, offered)
                        values (:course, :sequence, :offered)
                        on conflict (course_id) do update
                        set sequence = excluded.sequence, offered = excluded.offered
                        where copy_offered_course.sequence < excluded.sequence
                        """)
                .param("course", course.courseId())
                .param("sequence", received.sequence())
                .param("offered", course.withdrawnAt() == null)
                .update();
        course.sections().stream()
                .flatMap(section -> section.lessons().stream())
                .flatMap(Audience::partsOf)
                .sorted()
                .forEach(part -> show(course.courseId(), part));
    }

    private static Stream<UUID> partsOf(Lesson lesson) {
        return Stream.concat(Stream.of(lesson.lessonId()), Stream.ofNullable(lesson.refId()));
    }

    private void show(UUID course, UUID part) {
        jdbc.sql(
                        """
                        insert into copy_course_part (course_id, part_id)
                        values (:course, :part) on conflict do nothing
                        """)
                .param("course", course)
                .param("part", part)
                .update();
    }
}
