package dev.lectern.events.auth;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// An account has one more global role; its next token carries it.
///
/// @param role in lower case, as in the token
@EventType("auth.role-granted.v1")
public record RoleGranted(UUID userId, String role) implements ContractEvent {}
