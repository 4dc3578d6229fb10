package dev.lectern.media.domain;

/// Why a video will never be ready.
public enum VideoFailure {
    /// Nothing arrived in time.
    UPLOAD_EXPIRED,
    /// The store holds another number of bytes than declared.
    SIZE_MISMATCH,
    /// The store holds another type than declared.
    TYPE_MISMATCH,
    /// The bytes are not those that were declared.
    HASH_MISMATCH,
    /// The bytes are no video, whatever the name says.
    NOT_A_VIDEO,
    /// There is less than one second to see.
    TOO_SHORT,
    /// Without ffmpeg only MP4 can be read, and this is none or its length is not said.
    UNREADABLE_HERE,
    /// Every try to make it playable failed.
    PROCESSING_FAILED
}
