package dev.lectern.course.authoring.domain;

/// What can happen to a run.
public sealed interface RunEvent {

    /// It is offered, or offered differently.
    record Changed(Run run) implements RunEvent {}
}
