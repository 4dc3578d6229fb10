package dev.lectern.course.authoring.domain;

import dev.lectern.common.problem.Refusal.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What must be true of a draft before anybody else sees it. Everything that fails is named at
/// once, so that nobody has to find out one by one.
public final class Gate {

    private Gate() {}

    /// @param completion what completing asks for besides the lessons, null for nothing
    /// @param promoVideoId what the course is promoted with, null for nothing
    /// @return what fails, each with a pointer into the outline; nothing when the draft is ready
    public static List<Fault> failures(
            Outline outline,
            @Nullable Completion completion,
            @Nullable UUID promoVideoId,
            Materials materials) {
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
                failures.addAll(
                        failuresOf(section.lessons().get(l), pointer + "/lessons/" + l, materials));
            }
        }
        if (!materials.priced()) {
            failures.add(
                    new Fault("PRICE_MISSING", "/price", "Set a price, or 0 for a free course."));
        }
        if (!materials.covered()) {
            failures.add(
                    new Fault(
                            "COVER_MISSING",
                            "/coverAssetId",
                            "Give the course a picture to be shown with."));
        }
        if (promoVideoId != null) {
            failures.addAll(
                    failuresOfVideo(
                            promoVideoId,
                            "The course's promotional film",
                            "/promoVideoId",
                            materials.videos()));
        }
        if (completion != null && !outline.quizzes().contains(completion.finalQuizId())) {
            failures.add(
                    new Fault(
                            "REF_BROKEN",
                            "/completion/finalQuizId",
                            "No lesson shows the quiz that completing the course asks for."));
        }
        return failures;
    }

    /// What fails at one lesson.
    public static List<Fault> failuresOf(
            Outline.Lesson lesson, String pointer, Materials materials) {
        var named = "\"" + lesson.title() + "\"";
        return switch (lesson.kind()) {
            case ARTICLE -> failuresOfArticle(lesson, pointer, materials);
            case VIDEO ->
                    failuresOfVideo(
                            lesson.refId(),
                            "The film of the lesson " + named,
                            pointer,
                            materials.videos());
            case QUIZ -> failuresOfQuiz(lesson, pointer, materials);
            case ASSIGNMENT ->
                    lesson.refId() != null && materials.assignments().contains(lesson.refId())
                            ? List.of()
                            : List.of(
                                    new Fault(
                                            "REF_BROKEN",
                                            pointer,
                                            "The lesson " + named + " has no assignment to do."));
        };
    }

    private static List<Fault> failuresOfArticle(
            Outline.Lesson lesson, String pointer, Materials materials) {
        var named = "\"" + lesson.title() + "\"";
        var body = materials.bodies().get(lesson.id());
        if (body == null) {
            return List.of(new Fault("REF_BROKEN", pointer, "The article " + named + " is empty."));
        }
        return body.assets().stream().allMatch(materials.assets()::hold)
                ? List.of()
                : List.of(
                        new Fault(
                                "REF_BROKEN",
                                pointer,
                                "The article "
                                        + named
                                        + " shows an image or a file that is not there, or not yet."));
    }

    private static List<Fault> failuresOfVideo(
            @Nullable UUID video, String named, String pointer, PlayableVideos videos) {
        if (video == null || !videos.seconds().containsKey(video)) {
            return List.of(new Fault("MEDIA_NOT_READY", pointer, named + " cannot be played yet."));
        }
        return videos.uncaptioned().contains(video)
                ? List.of(new Fault("CAPTIONS_MISSING", pointer, named + " has no captions."))
                : List.of();
    }

    private static List<Fault> failuresOfQuiz(
            Outline.Lesson lesson, String pointer, Materials materials) {
        var reasons = lesson.refId() == null ? null : materials.quizzes().get(lesson.refId());
        if (reasons == null) {
            return List.of(
                    new Fault(
                            "QUIZ_UNANSWERABLE",
                            pointer,
                            "The lesson \"" + lesson.title() + "\" has no quiz to answer."));
        }
        return reasons.stream()
                .map(reason -> new Fault(reason.code(), pointer, reason.detail()))
                .toList();
    }
}
