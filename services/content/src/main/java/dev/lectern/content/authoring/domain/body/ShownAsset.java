package dev.lectern.content.authoring.domain.body;

import java.util.UUID;

/// An image or a file of the course, and as what a body shows it.
public record ShownAsset(UUID assetId, Kind kind) {

    /// Everything can be a file to take away; to be looked at, it must be an image.
    public enum Kind {
        IMAGE,
        FILE
    }
}
