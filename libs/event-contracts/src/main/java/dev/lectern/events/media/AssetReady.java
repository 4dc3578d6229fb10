package dev.lectern.events.media;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// An image or a file of a course was checked and can be shown; it will not change.
///
/// @param kind IMAGE or FILE
@EventType("media.asset-ready.v1")
public record AssetReady(UUID assetId, UUID courseId, String kind) implements ContractEvent {}
