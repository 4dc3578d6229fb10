package dev.lectern.events.user;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// A profile changed; whoever shows names asks user for the new ones.
@EventType("user.profile-updated.v1")
public record ProfileUpdated(UUID userId) implements ContractEvent {}
