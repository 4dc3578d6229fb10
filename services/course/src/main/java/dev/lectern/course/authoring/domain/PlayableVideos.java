package dev.lectern.course.authoring.domain;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The videos of a course that can be played.
///
/// @param seconds how long each one is
/// @param uncaptioned those that lack the captions they are asked for
public record PlayableVideos(Map<UUID, Integer> seconds, Set<UUID> uncaptioned) {

    public PlayableVideos {
        seconds = Map.copyOf(seconds);
        uncaptioned = Set.copyOf(uncaptioned);
    }

    public static PlayableVideos none() {
        return new PlayableVideos(Map.of(), Set.of());
    }
}
