package dev.lectern.events.user;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody chose the picture that is shown with their name.
///
/// @param avatarAssetId absent when there is none any more
@EventType("user.avatar-changed.v1")
public record AvatarChanged(UUID userId, @Nullable UUID avatarAssetId) implements ContractEvent {}
