package dev.lectern.enrollment.enrolling.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a place in a waitlist.
@Embeddable
public record WaitlistEntryId(UUID value) implements Serializable {

    static WaitlistEntryId next() {
        return new WaitlistEntryId(Ids.next());
    }
}
