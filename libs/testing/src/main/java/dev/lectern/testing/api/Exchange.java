package dev.lectern.testing.api;

import org.jspecify.annotations.Nullable;

/// A request that was answered, as far as a document speaks of it.
///
/// @param withToken whether the request carried one
/// @param contentType of the answer, without its parameters
public record Exchange(
        String method,
        String path,
        boolean withToken,
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        String body) {}
