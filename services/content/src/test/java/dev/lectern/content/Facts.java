package dev.lectern.content;

import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.events.course.CourseOutlineChanged;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentLessonCompleted;
import dev.lectern.events.enrollment.EnrollmentRestored;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSuspended;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What course and enrollment tell, in the words of the tests.
public final class Facts {

    static final Instant GRANTED_AT = Instant.parse("2026-10-02T09:15:00Z");

    private Facts() {}

    /// One learner's enrollment.
    public record Enrolled(UUID id, UUID learner, UUID course, UUID run) {

        public static Enrolled in(UUID course, UUID learner) {
            return new Enrolled(UUID.randomUUID(), learner, course, UUID.randomUUID());
        }
    }

    public static CourseOutlineChanged outline(UUID course, UUID... lessons) {
        return new CourseOutlineChanged(
                course,
                Stream.of(lessons)
                        .map(id -> new CourseOutlineChanged.Lesson(id, "A lesson", "ARTICLE"))
                        .toList());
    }

    public static CourseMembershipChanged members(UUID course, UUID... people) {
        return new CourseMembershipChanged(
                course, Stream.of(people).map(id -> new Member(id, "AUTHOR")).toList());
    }

    public static CoursePublished published(
            UUID course, int version, CoursePublished.Lesson... lessons) {
        return published(course, version, false, lessons);
    }

    public static CoursePublished publishedInSequence(
            UUID course, int version, CoursePublished.Lesson... lessons) {
        return published(course, version, true, lessons);
    }

    private static CoursePublished published(
            UUID course, int version, boolean sequential, CoursePublished.Lesson... lessons) {
        return new CoursePublished(
                course,
                "signals",
                "Signals",
                version,
                UUID.randomUUID(),
                List.of(),
                sequential,
                0,
                "EUR",
                null,
                List.of(new CoursePublished.Section(UUID.randomUUID(), "Waves", List.of(lessons))));
    }

    /// A required lesson that is no preview.
    public static CoursePublished.Lesson article(UUID id, String title, @Nullable UUID revision) {
        return new CoursePublished.Lesson(id, title, "ARTICLE", true, false, 60, revision, null);
    }

    public static CoursePublished.Lesson preview(UUID id, String title, @Nullable UUID revision) {
        return new CoursePublished.Lesson(id, title, "ARTICLE", true, true, 60, revision, null);
    }

    /// A lesson with something behind it, in a revision that is not content's.
    public static CoursePublished.Lesson of(String kind, UUID id, UUID ref) {
        return new CoursePublished.Lesson(
                id, "A " + kind, kind, true, false, 60, UUID.randomUUID(), ref);
    }

    public static EnrollmentGranted granted(Enrolled e, int version) {
        return grantedAgain(e, version, "ACTIVE", null);
    }

    public static EnrollmentGranted grantedUntil(Enrolled e, int version, Instant end) {
        return grantedAgain(e, version, "ACTIVE", end);
    }

    /// The state of an enrollment as it is told to a copy that is built anew.
    public static EnrollmentGranted grantedAgain(
            Enrolled e, int version, String status, @Nullable Instant end) {
        return new EnrollmentGranted(
                e.id(), e.learner(), e.course(), e.run(), version, status, null, GRANTED_AT, end);
    }

    public static EnrollmentSuspended suspended(Enrolled e) {
        return new EnrollmentSuspended(e.id(), e.learner(), e.course(), e.run());
    }

    public static EnrollmentRestored restored(Enrolled e) {
        return new EnrollmentRestored(e.id(), e.learner(), e.course(), e.run());
    }

    public static EnrollmentRevoked revoked(Enrolled e) {
        return new EnrollmentRevoked(e.id(), e.learner(), e.course(), e.run());
    }

    public static EnrollmentExpired expired(Enrolled e) {
        return new EnrollmentExpired(e.id(), e.learner(), e.course(), e.run());
    }

    public static EnrollmentLessonCompleted completed(Enrolled e, UUID lesson) {
        return new EnrollmentLessonCompleted(e.id(), e.learner(), e.course(), lesson, GRANTED_AT);
    }
}
