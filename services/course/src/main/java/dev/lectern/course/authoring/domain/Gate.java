package dev.lectern.course.authoring.domain;

import dev.lectern.common.problem.Refusal.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What must be true of a draft before anybody else sees it. Everything that fails is named at
/// once, so that nobody has to find out one by one.
public final class Gate {

    private Gate() {}

    /// @param written the lessons that have a body to read
    /// @return what fails, each with a pointer into the outline; nothing when the draft is ready
    public static List<Fault> failures(Outline outline, Set<UUID> written) {
        var failures = new ArrayList<Fault>();
        if (outline.sections().isEmpty()) {
            failures.add(new Fault("NO_LESSON", "/sections", "The course has no lesson yet."));
        }
        for (var s = 0; s < outline.sections().size(); s++) {
            var section = outline.sections().get(s);
            var pointer = "/sections/" + s;
            if (section.lessons().isEmpty()) {
                failures.add(
                        new Fault(
                                "NO_LESSON",
                                pointer,
                                "The section \"" + section.title() + "\" has no lesson."));
            }
            for (var l = 0; l < section.lessons().size(); l++) {
                failureOf(section.lessons().get(l), pointer + "/lessons/" + l, written)
                        .ifPresent(failures::add);
            }
        }
        return failures;
    }

    /// What fails at one lesson.
    public static Optional<Fault> failureOf(
            Outline.Lesson lesson, String pointer, Set<UUID> written) {
        var named = "\"" + lesson.title() + "\"";
        return switch (lesson.kind()) {
            case ARTICLE ->
                    written.contains(lesson.id())
                            ? Optional.empty()
                            : Optional.of(
                                    new Fault(
                                            "REF_BROKEN",
                                            pointer,
                                            "The article " + named + " is empty."));
            case VIDEO ->
                    Optional.of(
                            new Fault(
                                    "MEDIA_NOT_READY",
                                    pointer,
                                    "The lesson " + named + " has no video that can be played."));
            case QUIZ ->
                    Optional.of(
                            new Fault(
                                    "QUIZ_UNANSWERABLE",
                                    pointer,
                                    "The lesson " + named + " has no quiz to answer."));
            case ASSIGNMENT ->
                    Optional.of(
                            new Fault(
                                    "REF_BROKEN",
                                    pointer,
                                    "The lesson " + named + " has no assignment to do."));
        };
    }
}
