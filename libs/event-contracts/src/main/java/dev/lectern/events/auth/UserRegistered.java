package dev.lectern.events.auth;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// An account was made; its address is not verified yet.
@EventType("auth.user-registered.v1")
public record UserRegistered(UUID userId) implements ContractEvent {}
