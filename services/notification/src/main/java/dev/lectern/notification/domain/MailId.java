package dev.lectern.notification.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a mail, and what makes its `Message-ID` the same each time it is tried.
@Embeddable
public record MailId(UUID value) implements Serializable {

    public static MailId next() {
        return new MailId(Ids.next());
    }
}
