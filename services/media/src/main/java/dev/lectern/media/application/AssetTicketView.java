package dev.lectern.media.application;

import dev.lectern.media.domain.AssetStatus;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a client needs to send an image or a file to the object store.
///
/// @param presignedUrl where to `PUT` the whole file, null once it was
/// @param headers what must be sent with it, exactly
/// @param expiresAt when the address ends
public record AssetTicketView(
        UUID assetId,
        AssetStatus status,
        @Nullable URI presignedUrl,
        Map<String, String> headers,
        Instant expiresAt) {}
