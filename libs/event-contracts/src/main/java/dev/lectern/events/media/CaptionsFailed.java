package dev.lectern.events.media;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// The engine gave up writing captions for a video; somebody has to upload them.
@EventType("media.captions-failed.v1")
public record CaptionsFailed(UUID videoId, UUID courseId) implements ContractEvent {}
