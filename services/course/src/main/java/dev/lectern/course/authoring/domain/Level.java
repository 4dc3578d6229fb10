package dev.lectern.course.authoring.domain;

/// For whom a course is meant; the names are those on the wire.
public enum Level {
    BEGINNER,
    INTERMEDIATE,
    ADVANCED,
    ALL
}
