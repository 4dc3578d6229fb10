package dev.lectern.enrollment.progress.domain;

/// What a lesson is, and so what it takes to have done it.
public enum LessonKind {
    /// Done when the learner says so.
    ARTICLE,
    /// Done when 90 % of it was watched.
    VIDEO,
    /// Done when passed.
    QUIZ,
    /// Done when graded well enough.
    ASSIGNMENT
}
