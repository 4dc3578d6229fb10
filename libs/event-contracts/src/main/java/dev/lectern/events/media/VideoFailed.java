package dev.lectern.events.media;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// A video will never be played; another upload is another video.
@EventType("media.video-failed.v1")
public record VideoFailed(UUID videoId, UUID courseId, String reason) implements ContractEvent {}
