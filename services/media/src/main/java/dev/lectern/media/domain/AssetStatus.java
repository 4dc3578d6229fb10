package dev.lectern.media.domain;

/// Where an asset is on its way; never back.
public enum AssetStatus {
    UPLOADING,
    UPLOADED,
    READY,
    FAILED
}
