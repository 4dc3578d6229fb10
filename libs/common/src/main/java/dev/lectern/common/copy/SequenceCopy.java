package dev.lectern.common.copy;

import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.course.CoursePublished.Lesson;
import dev.lectern.events.enrollment.EnrollmentLessonCompleted;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// A service's own copy of what comes before what in courses whose lessons open one after the
/// other, in its tables `copy_sequence_lesson` and `copy_done_lesson`; a service that knows the
/// order itself keeps the second alone. A version never changes and a lesson is never undone, so
/// neither order nor repetition matters.
@Transactional
public class SequenceCopy {

    private final JdbcClient jdbc;

    public SequenceCopy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps the sequence of a version; one whose lessons are all open has none.
    public void keep(CoursePublished course) {
        if (!course.sequential()) {
            return;
        }
        var position = 0;
        for (var section : course.sections()) {
            for (var lesson : section.lessons()) {
                position++;
                keep(course, lesson, position);
            }
        }
    }

    private void keep(CoursePublished course, Lesson lesson, int position) {
        jdbc.sql(
                        """
                        insert into copy_sequence_lesson
                            (course_id, course_version, position, lesson_id, required, preview, ref_id)
                        values (:course, :version, :position, :lesson, :required, :preview, :ref)
                        on conflict do nothing
                        """)
                .param("course", course.courseId())
                .param("version", course.version())
                .param("position", position)
                .param("lesson", lesson.lessonId())
                .param("required", lesson.required())
                .param("preview", lesson.preview())
                .param("ref", lesson.refId())
                .update();
    }

    /// Hears what learners have done.
    public Subscriptions hear(Subscriptions on) {
        return on.on(EnrollmentLessonCompleted.class, this::keep);
    }

    public void keep(EnrollmentLessonCompleted done) {
        jdbc.sql(
                        """
                        insert into copy_done_lesson (enrollment_id, lesson_id)
                        values (:enrollment, :lesson) on conflict do nothing
                        """)
                .param("enrollment", done.enrollmentId())
                .param("lesson", done.lessonId())
                .update();
    }

    /// Whether a learner has come to something a version shows: every required lesson before it is
    /// done, or it is a preview, or the version has no sequence. What several lessons show is open
    /// when one of them is.
    ///
    /// @param ref the video or quiz behind the lesson
    @Transactional(readOnly = true)
    public boolean isOpen(UUID ref, UUID course, AccessCopy.InForce learner) {
        return isOpen("ref_id", ref, course, learner);
    }

    /// Whether a learner has come to a lesson of the version.
    @Transactional(readOnly = true)
    public boolean isLessonOpen(UUID lesson, UUID course, AccessCopy.InForce learner) {
        return isOpen("lesson_id", lesson, course, learner);
    }

    private boolean isOpen(String column, UUID id, UUID course, AccessCopy.InForce learner) {
        return jdbc.sql(
                        """
                        with version as (
                            select *, %s as shown_id from copy_sequence_lesson
                            where course_id = :course and course_version = :version)
                        select not exists (select 1 from version where shown_id = :id)
                            or exists (
                                select 1 from version shown where shown.shown_id = :id and (
                                    shown.preview or not exists (
                                        select 1 from version earlier
                                        where earlier.position < shown.position and earlier.required
                                          and not exists (
                                              select 1 from copy_done_lesson done
                                              where done.enrollment_id = :enrollment
                                                and done.lesson_id = earlier.lesson_id))))
                        """
                                .formatted(column))
                .param("course", course)
                .param("version", learner.courseVersion())
                .param("id", id)
                .param("enrollment", learner.enrollmentId())
                .query(Boolean.class)
                .single();
    }
}
