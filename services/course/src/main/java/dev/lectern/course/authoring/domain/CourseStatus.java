package dev.lectern.course.authoring.domain;

/// Where a course stands. A PUBLISHED one has a draft too: the next version is written in it.
public enum CourseStatus {
    DRAFT,
    SUBMITTED,
    PUBLISHED
}
