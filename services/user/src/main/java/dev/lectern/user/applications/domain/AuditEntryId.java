package dev.lectern.user.applications.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a line of the audit record; sorts by the time it was made.
@Embeddable
public record AuditEntryId(UUID value) implements Serializable {

    public static AuditEntryId next() {
        return new AuditEntryId(Ids.next());
    }
}
