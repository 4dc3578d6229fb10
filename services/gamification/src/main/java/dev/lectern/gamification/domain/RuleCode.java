package dev.lectern.gamification.domain;

/// What points are given for.
public enum RuleCode {
    LESSON_COMPLETED,
    QUIZ_PASSED_FIRST_TIME,
    COURSE_COMPLETED,
    REVIEW_POSTED
}
