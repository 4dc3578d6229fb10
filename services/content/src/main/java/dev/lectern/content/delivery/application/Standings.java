package dev.lectern.content.delivery.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.content.delivery.domain.Standing;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads from this service's own copies how somebody stands to a course.
@Component
class Standings {

    private final JdbcClient jdbc;
    private final MembershipCopy members;
    private final Clock clock;

    Standings(JdbcClient jdbc, MembershipCopy members, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.clock = clock;
    }

    private record Enrollment(
            UUID enrollmentId,
            String status,
            @Nullable Integer courseVersion,
            @Nullable OffsetDateTime expiresAt) {

        boolean isOver(OffsetDateTime now) {
            return status.equals("EXPIRED") || (expiresAt != null && !now.isBefore(expiresAt));
        }

        /// Before the grant itself has arrived the version is not known, and nothing can be shown.
        boolean isInForce(OffsetDateTime now) {
            return status.equals("ACTIVE") && courseVersion != null && !isOver(now);
        }
    }

    Standing of(UUID person, UUID course) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var enrollments = enrollments(person, course);
        for (var enrollment : enrollments) {
            var version = enrollment.courseVersion();
            if (enrollment.isInForce(now) && version != null) {
                return new Standing.Learner(
                        enrollment.enrollmentId(), version, done(enrollment.enrollmentId()));
            }
        }
        if (members.has(course, person)) {
            return new Standing.Member();
        }
        return enrollments.stream()
                .findFirst()
                .map(last -> standingBy(last, now))
                .orElseGet(Standing.Stranger::new);
    }

    private static Standing standingBy(Enrollment last, OffsetDateTime now) {
        if (last.isOver(now)) {
            return new Standing.Former();
        }
        return last.status().equals("SUSPENDED")
                ? new Standing.Suspended()
                : new Standing.Stranger();
    }

    /// The newest first.
    private List<Enrollment> enrollments(UUID person, UUID course) {
        return jdbc.sql(
                        """
                        select enrollment_id, status, course_version, expires_at
                        from copy_learner_access
                        where learner_id = :person and course_id = :course
                        order by enrollment_id desc
                        """)
                .param("person", person)
                .param("course", course)
                .query(Enrollment.class)
                .list();
    }

    private Set<UUID> done(UUID enrollment) {
        return new HashSet<>(
                jdbc.sql("select lesson_id from copy_done_lesson where enrollment_id = :enrollment")
                        .param("enrollment", enrollment)
                        .query(UUID.class)
                        .list());
    }
}
