package dev.lectern.content.authoring.application;

import java.util.UUID;

/// The revision of a lesson a version that is about to be published shows.
///
/// @param revisionId what is kept
/// @param empty whether there is nothing in it to see
public record PinnedView(UUID lessonId, UUID revisionId, boolean empty) {}
