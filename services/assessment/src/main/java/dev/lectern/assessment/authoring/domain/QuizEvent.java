package dev.lectern.assessment.authoring.domain;

/// What can happen to a quiz.
public sealed interface QuizEvent {

    /// There is a new revision.
    record Revised(Quiz quiz) implements QuizEvent {}
}
