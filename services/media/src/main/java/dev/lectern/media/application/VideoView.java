package dev.lectern.media.application;

import dev.lectern.media.domain.VideoStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A video as it can be played, or what keeps it from that.
///
/// @param failure why it never will be ready, as a code
/// @param durationSeconds known once it is ready
/// @param posterUrl a still picture, once it is ready; null where the file itself is all there is
/// @param presignedUrl the file as it was uploaded, once it is ready
/// @param hlsUrl the playlist for players, once it is ready; null where the file itself is all
///   there is
/// @param captionFileKey where the first of the captions is kept in the store
/// @param captions one for each language, uploaded ones first
/// @param expiresAt when the signed addresses end
public record VideoView(
        UUID id,
        String title,
        UUID userId,
        UUID courseId,
        VideoStatus status,
        @Nullable String failure,
        @Nullable Integer durationSeconds,
        @Nullable URI posterUrl,
        @Nullable URI presignedUrl,
        @Nullable String hlsUrl,
        @Nullable String captionFileKey,
        List<CaptionView> captions,
        @Nullable Instant expiresAt) {}
