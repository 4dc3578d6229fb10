package dev.lectern.gamification.domain;

/// How a learner is seen on boards: HIDDEN ones are not on them at all.
public enum Visibility {
    NAME,
    PSEUDONYM,
    HIDDEN
}
