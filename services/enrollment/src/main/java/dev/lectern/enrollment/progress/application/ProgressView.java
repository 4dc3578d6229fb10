package dev.lectern.enrollment.progress.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a learner is.
///
/// @param percent 0 to 100, of the required lessons of the pinned version
public record ProgressView(
        int percent,
        @Nullable Instant completedAt,
        @Nullable Resume resume,
        List<LessonProgress> lessons) {

    /// Where the learner stopped.
    public record Resume(UUID lessonId, int positionSeconds) {}

    /// @param status NOT_STARTED, IN_PROGRESS or DONE
    /// @param watchedPercent 0 to 100 of a video, seconds watched twice counted once
    public record LessonProgress(UUID lessonId, String status, int watchedPercent) {}
}
