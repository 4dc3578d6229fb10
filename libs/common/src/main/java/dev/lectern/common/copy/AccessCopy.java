package dev.lectern.common.copy;

import dev.lectern.common.event.Received;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRestored;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSuspended;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A service's own copy of who may learn what, in its table `copy_learner_access`. Facts about one
/// enrollment may come late, twice or in any order: its status is that of the highest sequence
/// seen, its terms are those of the highest grant seen, whichever comes first.
@Transactional
public class AccessCopy {

    private final JdbcClient jdbc;
    private final Clock clock;

    public AccessCopy(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// An enrollment that gives access now.
    ///
    /// @param courseVersion the one it is pinned to
    public record InForce(UUID enrollmentId, int courseVersion) {}

    /// The newest enrollment that lets somebody learn a course now. Before the grant itself has
    /// arrived the version is not known, and nothing can be shown.
    @Transactional(readOnly = true)
    public Optional<InForce> inForce(UUID person, UUID course) {
        return jdbc.sql(
                        """
                        select enrollment_id, course_version from copy_learner_access
                        where learner_id = :person and course_id = :course and status = 'ACTIVE'
                          and course_version is not null
                          and (expires_at is null or expires_at > :now)
                        order by enrollment_id desc limit 1
                        """)
                .param("person", person)
                .param("course", course)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(InForce.class)
                .optional();
    }

    /// Of all that one enrollment does at the same moment, one goes first: the others wait until
    /// the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID enrollment) {
        jdbc.sql("select 1 from copy_learner_access where enrollment_id = :enrollment for update")
                .param("enrollment", enrollment)
                .query(Integer.class)
                .single();
    }

    /// Hears everything enrollment tells of access.
    public Subscriptions hear(Subscriptions on) {
        return hear(on, learner -> {});
    }

    /// The same, and names everybody who is given access.
    public Subscriptions hear(Subscriptions on, Consumer<UUID> learners) {
        return on.onReceived(
                        EnrollmentGranted.class,
                        received -> {
                            granted(received);
                            learners.accept(received.event().learnerId());
                        })
                .onReceived(EnrollmentSuspended.class, this::suspended)
                .onReceived(EnrollmentRestored.class, this::restored)
                .onReceived(EnrollmentRevoked.class, this::revoked)
                .onReceived(EnrollmentExpired.class, this::expired);
    }

    public void granted(Received<EnrollmentGranted> received) {
        var e = received.event();
        keepStatus(e.enrollmentId(), e.learnerId(), e.courseId(), e.status(), received.sequence());
        jdbc.sql(
                        """
                        update copy_learner_access
                        set course_version = :version, expires_at = :expiresAt,
                            terms_sequence = :sequence
                        where enrollment_id = :enrollment and terms_sequence < :sequence
                        """)
                .param("version", e.courseVersion())
                .param(
                        "expiresAt",
                        Optional.ofNullable(e.expiresAt())
                                .map(time -> time.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("sequence", received.sequence())
                .param("enrollment", e.enrollmentId())
                .update();
    }

    public void suspended(Received<EnrollmentSuspended> received) {
        var e = received.event();
        keepStatus(e.enrollmentId(), e.learnerId(), e.courseId(), "SUSPENDED", received.sequence());
    }

    public void restored(Received<EnrollmentRestored> received) {
        var e = received.event();
        keepStatus(e.enrollmentId(), e.learnerId(), e.courseId(), "ACTIVE", received.sequence());
    }

    public void revoked(Received<EnrollmentRevoked> received) {
        var e = received.event();
        keepStatus(e.enrollmentId(), e.learnerId(), e.courseId(), "REVOKED", received.sequence());
    }

    public void expired(Received<EnrollmentExpired> received) {
        var e = received.event();
        keepStatus(e.enrollmentId(), e.learnerId(), e.courseId(), "EXPIRED", received.sequence());
    }

    private void keepStatus(
            UUID enrollment, UUID learner, UUID course, String status, long sequence) {
        jdbc.sql(
                        """
                        insert into copy_learner_access
                            (enrollment_id, learner_id, course_id, status, sequence, terms_sequence)
                        values (:enrollment, :learner, :course, :status, :sequence, 0)
                        on conflict (enrollment_id) do update
                        set status = excluded.status, sequence = excluded.sequence
                        where copy_learner_access.sequence < excluded.sequence
                        """)
                .param("enrollment", enrollment)
                .param("learner", learner)
                .param("course", course)
                .param("status", status)
                .param("sequence", sequence)
                .update();
    }
}
