package dev.lectern.assessment;

import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.events.course.CoursePublished;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// What course tells, in the words of the tests.
public final class Facts {

    private Facts() {}

    public static CourseMembershipChanged members(UUID course, UUID... people) {
        return new CourseMembershipChanged(
                course, Stream.of(people).map(id -> new Member(id, "AUTHOR")).toList());
    }

    /// @param quizzes the pinned revision of each
    public static CoursePublished published(UUID course, int version, Map<UUID, UUID> quizzes) {
        return new CoursePublished(
                course,
                "signals",
                "Signals",
                version,
                UUID.randomUUID(),
                List.of(),
                false,
                null,
                List.of(
                        new CoursePublished.Section(
                                UUID.randomUUID(),
                                "Waves",
                                quizzes.entrySet().stream()
                                        .map(quiz -> lesson(quiz.getKey(), quiz.getValue()))
                                        .toList())));
    }

    /// A version of one lesson, which shows an assignment.
    public static CoursePublished showing(UUID course, UUID assignment) {
        return new CoursePublished(
                course,
                "signals",
                "Signals",
                1,
                UUID.randomUUID(),
                List.of(),
                false,
                null,
                List.of(
                        new CoursePublished.Section(
                                UUID.randomUUID(),
                                "Waves",
                                List.of(
                                        new CoursePublished.Lesson(
                                                UUID.randomUUID(),
                                                "An essay",
                                                "ASSIGNMENT",
                                                true,
                                                false,
                                                60,
                                                null,
                                                assignment)))));
    }

    /// The same with an article before the quiz, which has to be read first.
    public static CoursePublished inSequence(UUID course, UUID article, UUID quiz, UUID revision) {
        var first =
                new CoursePublished.Lesson(
                        article, "First", "ARTICLE", true, false, 60, null, null);
        return new CoursePublished(
                course,
                "signals",
                "Signals",
                1,
                UUID.randomUUID(),
                List.of(),
                true,
                null,
                List.of(
                        new CoursePublished.Section(
                                UUID.randomUUID(),
                                "Waves",
                                List.of(first, lesson(quiz, revision)))));
    }

    private static CoursePublished.Lesson lesson(UUID quiz, UUID revision) {
        return new CoursePublished.Lesson(
                UUID.randomUUID(), "A quiz", "QUIZ", true, false, 60, revision, quiz);
    }
}
