package dev.lectern.course.authoring.domain;

/// What can happen to a course.
public sealed interface CourseEvent {

    /// The course it happened to, as it is after it.
    Course course();

    /// Others may edit it now.
    record MembersChanged(Course course) implements CourseEvent {}

    /// Its draft says something else about it.
    record Described(Course course) implements CourseEvent {}

    /// Its draft has other lessons, or others in another order.
    record OutlineChanged(Course course) implements CourseEvent {}

    /// Its author wants it published.
    record Submitted(Course course) implements CourseEvent {}

    /// A reviewer wants it changed first.
    record Rejected(Course course) implements CourseEvent {}

    /// It has a new version.
    record Published(Course course, PublishedVersion version) implements CourseEvent {}

    /// Nobody new gets in.
    record Withdrawn(Course course, PublishedVersion version) implements CourseEvent {}

    /// Newcomers get an earlier version again.
    record RolledBack(Course course, PublishedVersion version) implements CourseEvent {}
}
