package dev.lectern.events.media;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// A picture somebody sent of their own was checked and can be shown with their name; it will not
/// change.
///
/// @param portraitId the asset; what it shows is a person, so that it is named as no other is
@EventType("media.portrait-ready.v1")
public record PortraitReady(UUID portraitId, UUID userId) implements ContractEvent {}
