package dev.lectern.events.auth;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// The holder of an account proved that its address is theirs.
@EventType("auth.email-verified.v1")
public record EmailVerified(UUID userId) implements ContractEvent {}
