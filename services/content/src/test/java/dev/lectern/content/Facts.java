package dev.lectern.content;

import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.events.course.CourseOutlineChanged;
import dev.lectern.events.course.CoursePublished;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What course tells, in the words of the tests.
public final class Facts {

    private Facts() {}

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
        return published(course, version, false, null, lessons);
    }

    public static CoursePublished withdrawn(
            UUID course, int version, CoursePublished.Lesson... lessons) {
        return published(course, version, false, Instant.now(), lessons);
    }

    public static CoursePublished publishedInSequence(
            UUID course, int version, CoursePublished.Lesson... lessons) {
        return published(course, version, true, null, lessons);
    }

    private static CoursePublished published(
            UUID course,
            int version,
            boolean sequential,
            @Nullable Instant withdrawnAt,
            CoursePublished.Lesson... lessons) {
        return new CoursePublished(
                course,
                "signals",
                "Signals",
                version,
                UUID.randomUUID(),
                List.of(),
                sequential,
                null,
                List.of(new CoursePublished.Section(UUID.randomUUID(), "Waves", List.of(lessons))),
                null,
                withdrawnAt,
                null);
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
}
