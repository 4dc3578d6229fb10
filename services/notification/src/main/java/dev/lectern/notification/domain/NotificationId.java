package dev.lectern.notification.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a notification.
@Embeddable
public record NotificationId(UUID value) implements Serializable {

    public static NotificationId next() {
        return new NotificationId(Ids.next());
    }
}
