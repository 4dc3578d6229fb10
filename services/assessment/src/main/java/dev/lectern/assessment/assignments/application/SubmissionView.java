package dev.lectern.assessment.assignments.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A submission with everything it was found to be worth.
///
/// @param number counts the learner's submissions for this assignment from 1
/// @param text plain text
/// @param assetIds images and files of the course
/// @param late whether it came after it was due
/// @param scorePercent by the last grade, null before the first
/// @param passed likewise
/// @param grades oldest first; the last counts
public record SubmissionView(
        UUID id,
        UUID assignmentId,
        UUID learnerId,
        int number,
        SubmissionStatus status,
        String text,
        List<UUID> assetIds,
        boolean late,
        Instant submittedAt,
        @Nullable Integer scorePercent,
        @Nullable Boolean passed,
        List<GradeView> grades) {}
