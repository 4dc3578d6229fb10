package dev.lectern.notification.domain;

import dev.lectern.common.id.Ids;
import java.util.UUID;

/// The identity of a mail, and what makes its `Message-ID` the same each time it is tried.
public record MailId(UUID value) {

    public static MailId next() {
        return new MailId(Ids.next());
    }
}
