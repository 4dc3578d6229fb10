package dev.lectern.media.domain;

import java.util.Arrays;
import java.util.Optional;

/// The types of files that are taken besides videos. None can carry a script that a browser would
/// run.
public enum AssetType {
    PNG("image/png", true),
    JPEG("image/jpeg", true),
    WEBP("image/webp", true),
    GIF("image/gif", true),
    PDF("application/pdf", false),
    ZIP("application/zip", false),
    CSV("text/csv", false),
    TEXT("text/plain", false);

    private final String contentType;
    private final boolean image;

    AssetType(String contentType, boolean image) {
        this.contentType = contentType;
        this.image = image;
    }

    static Optional<AssetType> of(String contentType) {
        return Arrays.stream(values())
                .filter(type -> type.contentType.equals(contentType))
                .findFirst();
    }

    public boolean isImage() {
        return image;
    }
}
