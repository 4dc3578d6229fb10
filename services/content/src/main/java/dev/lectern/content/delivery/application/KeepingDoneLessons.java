package dev.lectern.content.delivery.application;

import dev.lectern.events.enrollment.EnrollmentLessonCompleted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps this service's copy of what learners have done, which opens the next lesson of a course in
/// sequence.
@Service
@Transactional
public class KeepingDoneLessons {

    private final JdbcClient jdbc;

    KeepingDoneLessons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A lesson is never undone, so the order does not matter.
    public void keep(EnrollmentLessonCompleted e) {
        jdbc.sql(
                        """
                        insert into copy_done_lesson (enrollment_id, lesson_id)
                        values (:enrollment, :lesson) on conflict do nothing
                        """)
                .param("enrollment", e.enrollmentId())
                .param("lesson", e.lessonId())
                .update();
    }
}
