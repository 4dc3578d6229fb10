package dev.lectern.course.authoring.domain;

import java.util.UUID;

/// An image or a file, and as what a body shows it.
public record ShownAsset(UUID assetId, AssetKind kind) {}
