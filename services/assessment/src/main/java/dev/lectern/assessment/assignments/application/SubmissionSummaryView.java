package dev.lectern.assessment.assignments.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A submission in a list.
///
/// @param number counts the learner's submissions for this assignment from 1
/// @param late whether it came after it was due
/// @param scorePercent by the last grade, null before the first
/// @param passed likewise
public record SubmissionSummaryView(
        UUID id,
        UUID learnerId,
        int number,
        SubmissionStatus status,
        boolean late,
        Instant submittedAt,
        @Nullable Integer scorePercent,
        @Nullable Boolean passed) {}
