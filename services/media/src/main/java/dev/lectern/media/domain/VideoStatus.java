package dev.lectern.media.domain;

/// Where a video is on its way; there is none back.
public enum VideoStatus {
    UPLOADING,
    UPLOADED,
    PROCESSING,
    READY,
    FAILED
}
