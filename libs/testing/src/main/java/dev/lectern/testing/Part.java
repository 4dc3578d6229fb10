package dev.lectern.testing;

/// A part of the infrastructure a test can ask for.
public enum Part {
    POSTGRES,
    BROKER,
    REDIS,
    MAIL,
    OBJECTS
}
