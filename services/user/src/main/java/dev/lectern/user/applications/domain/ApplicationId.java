package dev.lectern.user.applications.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of an application.
@Embeddable
public record ApplicationId(UUID value) implements Serializable {

    static ApplicationId next() {
        return new ApplicationId(Ids.next());
    }
}
