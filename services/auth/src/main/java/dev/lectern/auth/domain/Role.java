package dev.lectern.auth.domain;

import java.util.Locale;
import java.util.Set;

/// A role an account can hold everywhere. `service` is none of them: only clients have it.
public enum Role {
    LEARNER,
    INSTRUCTOR,
    MODERATOR,
    SUPPORT,
    ADMIN;

    private static final Set<Role> STAFF = Set.of(MODERATOR, SUPPORT, ADMIN);

    public boolean isStaff() {
        return STAFF.contains(this);
    }

    /// The name in tokens and events.
    public String onTheWire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
