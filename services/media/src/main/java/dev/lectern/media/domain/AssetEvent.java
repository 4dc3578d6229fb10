package dev.lectern.media.domain;

/// What can happen to an asset.
public sealed interface AssetEvent {

    /// Its bytes were checked; it can be shown.
    record Ready(Asset asset) implements AssetEvent {}

    /// The same, of a picture of somebody's own.
    record PortraitReady(Asset asset) implements AssetEvent {}
}
