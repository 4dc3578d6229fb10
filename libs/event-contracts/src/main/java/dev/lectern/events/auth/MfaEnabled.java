package dev.lectern.events.auth;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// The holder of an account confirmed an authenticator, whose codes every sign-in asks for from now
/// on.
@EventType("auth.mfa-enabled.v1")
public record MfaEnabled(UUID userId) implements ContractEvent {}
