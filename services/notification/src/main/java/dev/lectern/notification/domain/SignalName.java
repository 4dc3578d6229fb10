package dev.lectern.notification.domain;

import java.util.Locale;

/// The events of a live stream.
public enum SignalName {
    NOTIFICATION,
    PROGRESS,
    ORDER,
    ENROLLMENT,
    CERTIFICATE,
    BADGE,
    VIDEO,
    /// Something may have been missed: read everything again.
    RESET;

    /// As it stands on the wire.
    public String onTheWire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
