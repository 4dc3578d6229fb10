package dev.lectern.content.authoring.domain;

/// What can happen to a draft.
public sealed interface DraftEvent {

    /// There is a new revision.
    record Revised(Draft draft) implements DraftEvent {}
}
