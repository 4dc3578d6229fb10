package dev.lectern.launcher.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/// Something a learner did, as a device sends it.
///
/// @param sequence counts the facts of one device
/// @param fromSeconds of a video, with `toSeconds`: what of it was watched
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Fact(
        int sequence,
        Type type,
        String lessonId,
        Instant startedAt,
        Instant endedAt,
        Optional<Integer> fromSeconds,
        Optional<Integer> toSeconds) {

    enum Type {
        OPENED,
        WATCHED,
        COMPLETED
    }
}
