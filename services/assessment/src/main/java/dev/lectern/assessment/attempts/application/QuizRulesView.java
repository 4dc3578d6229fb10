package dev.lectern.assessment.attempts.application;

import dev.lectern.assessment.authoring.domain.FeedbackRule;
import dev.lectern.assessment.authoring.domain.Scoring;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody should know before an attempt begins and its time runs. Nothing of the questions
/// is in it but how many there are.
///
/// @param preview whether the caller writes the course, so that attempts count nowhere
/// @param questions how many an attempt asks
/// @param timeLimitSeconds null for no limit
/// @param maxAttempts null for no limit
/// @param attemptsMade how many the caller has begun
/// @param coolDownSeconds between the end of an attempt and the start of the next
/// @param passPercent from which score on an attempt is passed
/// @param scoring which of several attempts counts
/// @param feedback what is told afterwards
/// @param openAttemptId the attempt to go on with, null where none runs
/// @param nextStartAt when the next can begin, null for now
public record QuizRulesView(
        UUID quizId,
        String title,
        boolean preview,
        int questions,
        @Nullable Integer timeLimitSeconds,
        @Nullable Integer maxAttempts,
        int attemptsMade,
        int coolDownSeconds,
        int passPercent,
        Scoring scoring,
        FeedbackRule feedback,
        @Nullable UUID openAttemptId,
        @Nullable Instant nextStartAt) {}
