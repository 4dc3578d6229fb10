package dev.lectern.events.media;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.List;
import java.util.UUID;

/// A video has other captions than before.
///
/// @param languages all it has now, each a BCP 47 tag
@EventType("media.captions-changed.v1")
public record CaptionsChanged(UUID videoId, UUID courseId, List<String> languages)
        implements ContractEvent {}
