package dev.lectern.auth.domain;

/// What an account says to somebody who tried to sign in.
public enum SignInVerdict {
    ADMITTED,
    /// Wrong password, or locked after too many: the visitor is told the same.
    REFUSED,
    /// The right password, but nobody has proven to own the address.
    UNVERIFIED
}
