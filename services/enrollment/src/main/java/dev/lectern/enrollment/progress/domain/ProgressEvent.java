package dev.lectern.enrollment.progress.domain;

import java.time.Instant;
import java.util.UUID;

/// What can happen to somebody's progress.
public sealed interface ProgressEvent {

    /// The progress it happened to, as it is after it.
    CourseProgress progress();

    /// A lesson is done, for the first and only time.
    record LessonCompleted(CourseProgress progress, UUID lessonId, Instant at)
            implements ProgressEvent {}

    /// The percent went up.
    record Advanced(CourseProgress progress) implements ProgressEvent {}

    /// The course is completed, for the first and only time.
    record Completed(CourseProgress progress, Instant at) implements ProgressEvent {}
}
