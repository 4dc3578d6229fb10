package dev.lectern.events.auth;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// The holder of an account turned a second factor on or off.
///
/// @param enabled whether every sign-in asks for a code from now on
@EventType("auth.mfa-changed.v1")
public record MfaChanged(UUID userId, boolean enabled) implements ContractEvent {}
