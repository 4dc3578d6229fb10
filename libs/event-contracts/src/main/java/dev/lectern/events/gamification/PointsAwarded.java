package dev.lectern.events.gamification;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// A learner has earned points.
///
/// @param entryId the line of the ledger
/// @param rule LESSON_COMPLETED, QUIZ_PASSED_FIRST_TIME, COURSE_COMPLETED or REVIEW_POSTED
/// @param awardedAt when what they are for happened
@EventType("gamification.points-awarded.v1")
public record PointsAwarded(
        UUID entryId,
        UUID learnerId,
        UUID courseId,
        String rule,
        int ruleVersion,
        int points,
        Instant awardedAt)
        implements ContractEvent {}
