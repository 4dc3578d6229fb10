package dev.lectern.assessment.attempts.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An attempt in a list.
///
/// @param number counts the learner's attempts at this quiz from 1
/// @param preview whether an author tried the quiz out, which counts nowhere
/// @param status OPEN, SUBMITTED when its time is over but it is not yet graded, or GRADED
/// @param deadlineAt null for no limit
/// @param submittedAt null while it is open
/// @param scorePercent null until it is graded, or where the quiz does not tell
/// @param passed whether that is enough; null until it is graded, or where the quiz does not tell
public record AttemptSummaryView(
        UUID id,
        UUID quizId,
        int number,
        boolean preview,
        String status,
        Instant startedAt,
        @Nullable Instant deadlineAt,
        @Nullable Instant submittedAt,
        @Nullable Integer scorePercent,
        @Nullable Boolean passed) {}
