package dev.lectern.media.domain;

/// Who wrote captions.
public enum CaptionSource {
    /// Somebody who teaches the course.
    UPLOADED,
    /// A machine that listened.
    ENGINE
}
