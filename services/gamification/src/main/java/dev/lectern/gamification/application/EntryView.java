package dev.lectern.gamification.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the ledger.
///
/// @param points less than zero where earlier ones are taken back
/// @param rule LESSON_COMPLETED, QUIZ_PASSED_FIRST_TIME, COURSE_COMPLETED or REVIEW_POSTED
/// @param ruleVersion the version of the rule that was in force
/// @param subjectId the lesson, quiz or course they are for
/// @param sourceEventId the event that led to it
/// @param reverses the line that is taken back
public record EntryView(
        UUID id,
        int points,
        String rule,
        int ruleVersion,
        UUID courseId,
        UUID subjectId,
        UUID sourceEventId,
        @Nullable UUID reverses,
        Instant at) {}
