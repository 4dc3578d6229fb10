package dev.lectern.notification.application;

import java.util.UUID;

/// The other running copies of this service, each with streams of its own. A hint and no more: what
/// is told may be lost, the rows are not.
public interface OtherReplicas {

    /// Tells them that somebody has a new signal. Never waits and never fails.
    void tell(UUID user);

    /// Whether what was told since this was last asked has arrived, here and so probably
    /// everywhere. Asked about every second.
    boolean wereReached();
}
