package dev.lectern.media.domain;

/// What can happen to a video.
public sealed interface VideoEvent {

    /// The video it happened to, as it is after it.
    Video video();

    /// All its bytes are in the store.
    record Uploaded(Video video) implements VideoEvent {}

    /// It can be played.
    record Ready(Video video) implements VideoEvent {}

    /// It never will be played.
    record Failed(Video video) implements VideoEvent {}
}
