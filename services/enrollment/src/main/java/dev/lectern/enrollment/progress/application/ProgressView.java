package dev.lectern.enrollment.progress.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a learner is.
///
/// @param percent 0 to 100, of the required lessons of the pinned version
/// @param completedAt null until everything that is required was done
/// @param resume where to go on, null before the first lesson was opened
/// @param lessons all of the pinned version, in its order
public record ProgressView(
        int percent,
        @Nullable Instant completedAt,
        @Nullable Resume resume,
        List<LessonProgress> lessons) {

    /// The lesson and the second where the learner stopped.
    ///
    /// @param positionSeconds into a video, 0 for everything else
    public record Resume(UUID lessonId, int positionSeconds) {}

    /// How far a learner is in one lesson.
    ///
    /// @param status NOT_STARTED, IN_PROGRESS or DONE
    /// @param watchedPercent 0 to 100 of a video, seconds watched twice counted once
    public record LessonProgress(UUID lessonId, String status, int watchedPercent) {}
}
