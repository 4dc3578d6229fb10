package dev.lectern.events.media;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// A picture somebody sent of their own was checked and can be shown with their name; it will not
/// change.
@EventType("media.portrait-ready.v1")
public record PortraitReady(UUID assetId, UUID userId) implements ContractEvent {}
