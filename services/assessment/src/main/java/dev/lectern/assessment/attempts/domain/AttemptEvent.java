package dev.lectern.assessment.attempts.domain;

/// What can happen to an attempt.
public sealed interface AttemptEvent {

    /// It is worth this.
    record Graded(Attempt attempt, Grade grade) implements AttemptEvent {}
}
