package dev.lectern.common.security;

import dev.lectern.common.problem.GenericRefusal;
import java.util.Set;
import java.util.UUID;

/// The person on whose behalf a request runs, known from the token alone. A controller that
/// declares it is never entered without one; one that declares `Optional<Caller>` also serves
/// strangers.
public record Caller(UUID id, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /// Refuses with 403 `FORBIDDEN` unless the caller has one of these roles.
    public void requireAny(Role... anyOf) {
        for (var role : anyOf) {
            if (has(role)) {
                return;
            }
        }
        throw GenericRefusal.forbidden();
    }
}
