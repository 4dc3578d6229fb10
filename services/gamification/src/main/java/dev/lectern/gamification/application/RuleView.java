package dev.lectern.gamification.application;

import java.time.Instant;

/// What an act is worth, in one version. A version never changes.
///
/// @param code LESSON_COMPLETED, QUIZ_PASSED_FIRST_TIME, COURSE_COMPLETED or REVIEW_POSTED
/// @param version counts from 1
/// @param points what one act gives, more than zero
/// @param oncePer LESSON, QUIZ or COURSE: what it gives points for once
/// @param since from when on acts are counted by it
public record RuleView(String code, int version, int points, String oncePer, Instant since) {}
