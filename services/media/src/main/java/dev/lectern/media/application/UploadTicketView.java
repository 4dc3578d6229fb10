package dev.lectern.media.application;

import dev.lectern.media.domain.VideoStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a client needs to send a file to the object store.
///
/// @param presignedUrl where to PUT the whole file; absent where it is sent in parts
/// @param headers what must be sent with it, exactly; absent where it is sent in parts
/// @param partSizeBytes the size of every part but the last; absent for a whole file
/// @param parts where to PUT each part; absent for a whole file
/// @param expiresAt when the addresses end; those of parts can be asked for anew
public record UploadTicketView(
        UUID videoId,
        UUID uploadId,
        VideoStatus status,
        @Nullable URI presignedUrl,
        @Nullable Map<String, String> headers,
        @Nullable Long partSizeBytes,
        @Nullable List<PartView> parts,
        Instant expiresAt) {

    /// @param number from 1
    public record PartView(int number, URI presignedUrl) {}
}
