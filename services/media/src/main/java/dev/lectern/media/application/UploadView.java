package dev.lectern.media.application;

import dev.lectern.media.domain.VideoStatus;
import java.util.List;

/// How far an upload is.
///
/// @param received the parts the store has
/// @param missing the parts it does not have; both are empty for a file sent whole
public record UploadView(VideoStatus status, List<Integer> received, List<Integer> missing) {}
