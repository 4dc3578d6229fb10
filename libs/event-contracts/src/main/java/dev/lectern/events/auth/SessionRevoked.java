package dev.lectern.events.auth;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sign-in sessions ended from outside.
///
/// @param sid the session, or absent for all sessions of the user
@EventType("auth.session-revoked.v1")
public record SessionRevoked(UUID userId, @Nullable String sid) implements ContractEvent {}
