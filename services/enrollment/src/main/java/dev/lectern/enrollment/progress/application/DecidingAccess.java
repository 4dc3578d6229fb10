package dev.lectern.enrollment.progress.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.enrollment.progress.domain.AccessDecision;
import dev.lectern.enrollment.progress.domain.PinnedVersion;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says whether a lesson is open to somebody, and by which rules. The services that deliver lessons
/// decide the same from their own copies; this is where a person can ask why.
@Service
@Transactional(readOnly = true)
public class DecidingAccess {

    private final EnrolledLearners enrolled;
    private final CourseVersions versions;
    private final JdbcClient jdbc;
    private final Clock clock;

    DecidingAccess(
            EnrolledLearners enrolled, CourseVersions versions, JdbcClient jdbc, Clock clock) {
        this.enrolled = enrolled;
        this.versions = versions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public AccessView decide(UUID courseId, UUID lessonId, Caller caller) {
        var offered = versions.offered(courseId).orElseThrow(GenericRefusal::notFound);
        var last = enrolled.in(courseId, caller.id());
        var active = last.filter(Enrolled::isActive);
        var number = active.map(Enrolled::courseVersion).orElse(offered);
        var version = versions.version(courseId, number);
        var lesson = version.lesson(lessonId).orElseThrow(GenericRefusal::notFound);
        if (active.isEmpty()) {
            var hadExpired = last.filter(one -> one.status().equals("EXPIRED")).isPresent();
            return view(
                    courseId, lesson, null, number, AccessDecision.forStranger(lesson, hadExpired));
        }
        var enrollment = active.get().enrollmentId();
        return view(
                courseId,
                lesson,
                enrollment,
                number,
                AccessDecision.forLearner(lesson, version, done(enrollment)));
    }

    private AccessView view(
            UUID courseId,
            PinnedVersion.Lesson lesson,
            @Nullable UUID enrollment,
            int version,
            AccessDecision decision) {
        return new AccessView(
                courseId,
                lesson.id(),
                decision.isAllowed(),
                decision.verdict(),
                clock.instant(),
                enrollment,
                version,
                decision.reasons());
    }

    private Set<UUID> done(UUID enrollment) {
        return new HashSet<>(
                jdbc.sql("select lesson_id from done_lesson where enrollment_id = :enrollment")
                        .param("enrollment", enrollment)
                        .query(UUID.class)
                        .list());
    }
}
