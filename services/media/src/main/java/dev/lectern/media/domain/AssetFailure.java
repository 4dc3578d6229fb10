package dev.lectern.media.domain;

/// Why an asset will never be ready.
public enum AssetFailure {
    /// Nothing arrived in time.
    UPLOAD_EXPIRED,
    /// The store holds another number of bytes than declared.
    SIZE_MISMATCH,
    /// The bytes are of another type than declared.
    TYPE_MISMATCH,
    /// The bytes are not those that were declared.
    HASH_MISMATCH,
    /// A picture wider or higher than any screen needs.
    PICTURE_TOO_LARGE,
    /// Every try to look into it failed.
    UNREADABLE
}
