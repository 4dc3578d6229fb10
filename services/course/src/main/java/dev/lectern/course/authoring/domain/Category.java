package dev.lectern.course.authoring.domain;

/// What a course is about; the names are those on the wire.
public enum Category {
    PROGRAMMING,
    DATA,
    ENGINEERING,
    MATHEMATICS,
    SCIENCE,
    HEALTH,
    BUSINESS,
    MARKETING,
    DESIGN,
    ARTS,
    MUSIC,
    LANGUAGES,
    HUMANITIES,
    TEACHING,
    PERSONAL_DEVELOPMENT,
    OTHER
}
