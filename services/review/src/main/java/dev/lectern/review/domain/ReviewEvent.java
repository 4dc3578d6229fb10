package dev.lectern.review.domain;

/// What can happen to reviews.
public sealed interface ReviewEvent {

    /// A learner has reviewed a course, for the first and only time.
    record Posted(Review review) implements ReviewEvent {}

    /// The reviews of a course come to something else.
    record Rerated(CourseRating rating) implements ReviewEvent {}
}
