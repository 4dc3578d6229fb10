package dev.lectern.course.authoring.domain;

import java.util.Map;
import java.util.UUID;

/// The images and files of a course that can be shown.
public record ReadyAssets(Map<UUID, AssetKind> kinds) {

    public ReadyAssets {
        kinds = Map.copyOf(kinds);
    }

    public static ReadyAssets none() {
        return new ReadyAssets(Map.of());
    }

    /// Everything can be a file to take away; to be looked at, it must be an image.
    boolean hold(ShownAsset shown) {
        var kind = kinds.get(shown.assetId());
        return kind != null && (shown.kind() == AssetKind.FILE || kind == AssetKind.IMAGE);
    }
}
