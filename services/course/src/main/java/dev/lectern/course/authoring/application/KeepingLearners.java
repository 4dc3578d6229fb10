package dev.lectern.course.authoring.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a copy of who learns which version. Told late or twice, an older state never replaces a
/// newer one; an end that arrives before its beginning stays the end.
@Service
@Transactional
public class KeepingLearners {

    private static final Set<String> IN_FORCE = Set.of("ACTIVE", "SUSPENDED");

    private final JdbcClient jdbc;

    KeepingLearners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void granted(Received<EnrollmentGranted> received) {
        var enrollment = received.event();
        keep(
                enrollment.enrollmentId(),
                enrollment.courseId(),
                enrollment.learnerId(),
                enrollment.courseVersion(),
                IN_FORCE.contains(enrollment.status()),
                received.sequence());
    }

    public void revoked(Received<EnrollmentRevoked> received) {
        var end = received.event();
        keep(end.enrollmentId(), end.courseId(), end.learnerId(), null, false, received.sequence());
    }

    public void expired(Received<EnrollmentExpired> received) {
        var end = received.event();
        keep(end.enrollmentId(), end.courseId(), end.learnerId(), null, false, received.sequence());
    }

    private void keep(
            UUID enrollment,
            UUID course,
            UUID learner,
            @Nullable Integer version,
            boolean inForce,
            long sequence) {
        jdbc.sql(
                        """
                        insert into copy_enrollment
                            (enrollment_id, course_id, learner_id, course_version, in_force, sequence)
                        values (:enrollment, :course, :learner, :version, :inForce, :sequence)
                        on conflict (enrollment_id) do update
                        set in_force = excluded.in_force, sequence = excluded.sequence,
                            course_version =
                                coalesce(excluded.course_version, copy_enrollment.course_version)
                        where copy_enrollment.sequence < excluded.sequence
                        """)
                .param("enrollment", enrollment)
                .param("course", course)
                .param("learner", learner)
                .param("version", version)
                .param("inForce", inForce)
                .param("sequence", sequence)
                .update();
    }
}
