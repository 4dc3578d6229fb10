package dev.lectern.events.media;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// A video can be played; its length is known and will not change.
@EventType("media.video-ready.v1")
public record VideoReady(UUID videoId, UUID courseId, int durationSeconds)
        implements ContractEvent {}
