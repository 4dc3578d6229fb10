package dev.lectern.content.authoring.application;

import dev.lectern.content.authoring.domain.body.ShownAsset;
import java.util.List;
import java.util.UUID;

/// The revision of a lesson a version that is about to be published shows.
///
/// @param revisionId what is kept
/// @param empty whether there is nothing in it to see
/// @param assets the images and files it shows
public record PinnedView(UUID lessonId, UUID revisionId, boolean empty, List<ShownAsset> assets) {}
