package dev.lectern.media.domain;

/// What the object store says it holds.
public record StoredObject(long sizeBytes, String contentType) {}
