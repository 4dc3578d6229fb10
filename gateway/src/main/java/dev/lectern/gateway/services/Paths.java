package dev.lectern.gateway.services;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// A set of paths. They are compared as the router compares them, decoded and by segments, so that
/// no other spelling of a path leads around what guards it.
public record Paths(List<PathPattern> patterns) {

    public static Paths of(String... patterns) {
        return new Paths(
                Stream.of(patterns).map(PathPatternParser.defaultInstance::parse).toList());
    }

    public boolean contain(ServerHttpRequest request) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(request.getPath()));
    }
}
