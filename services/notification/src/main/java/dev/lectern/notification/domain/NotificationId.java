package dev.lectern.notification.domain;

import dev.lectern.common.id.Ids;
import java.util.UUID;

/// The identity of a notification.
public record NotificationId(UUID value) {

    public static NotificationId next() {
        return new NotificationId(Ids.next());
    }
}
