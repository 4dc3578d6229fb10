package dev.lectern.content.delivery.domain;

/// What a lesson is, and so what stands behind it beside its body.
public enum LessonKind {
    /// Nothing more than its body.
    ARTICLE,
    VIDEO,
    QUIZ,
    ASSIGNMENT
}
