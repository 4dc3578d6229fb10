package dev.lectern.gamification.domain;

/// What can be earned once.
public enum Badge {
    FIRST_COURSE,
    STREAK_7,
    PERFECT_QUIZ
}
