package dev.lectern.auth.domain;

/// What a second factor says to a code.
public enum CodeVerdict {
    ACCEPTED,
    /// Wrong, or used before: both read alike.
    REFUSED,
    /// Not looked at, after too many wrong ones.
    LOCKED
}
