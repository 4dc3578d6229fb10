package dev.lectern.assessment.authoring.domain;

/// What a learner is told of a graded attempt.
public enum FeedbackRule {
    /// That it is graded.
    NONE,
    /// The score, and whether it is enough.
    SCORE,
    /// The answers too, once they are of no use for another attempt.
    ANSWERS
}
