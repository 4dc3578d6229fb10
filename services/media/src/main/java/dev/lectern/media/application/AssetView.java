package dev.lectern.media.application;

import dev.lectern.media.domain.AssetStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An image or file as those see it who teach its course, or who sent it of their own.
///
/// @param courseId null for a picture of the caller's own
/// @param kind IMAGE or FILE
/// @param status UPLOADING, UPLOADED, READY or FAILED
/// @param failure why it will never be ready
/// @param width in pixels, of an image whose format says it
/// @param height in pixels, of an image whose format says it
/// @param url where it is shown, once it is ready
public record AssetView(
        UUID id,
        @Nullable UUID courseId,
        String kind,
        String fileName,
        String contentType,
        long sizeBytes,
        AssetStatus status,
        @Nullable String failure,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String url) {}
