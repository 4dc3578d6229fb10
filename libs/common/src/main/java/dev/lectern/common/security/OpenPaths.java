package dev.lectern.common.security;

import java.util.List;

/// The paths of a service that answer without a token, as patterns with an optional method before
/// them: `GET /api/v1/catalog/**`. A service without such a bean has none.
public record OpenPaths(List<String> patterns) {

    public OpenPaths {
        patterns = List.copyOf(patterns);
    }

    public static OpenPaths of(String... patterns) {
        return new OpenPaths(List.of(patterns));
    }
}
