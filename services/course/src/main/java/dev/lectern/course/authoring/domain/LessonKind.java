package dev.lectern.course.authoring.domain;

/// What a lesson is made of; the names are those on the wire.
public enum LessonKind {
    ARTICLE,
    VIDEO,
    QUIZ,
    ASSIGNMENT
}
