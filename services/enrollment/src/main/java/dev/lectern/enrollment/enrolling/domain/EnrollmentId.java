package dev.lectern.enrollment.enrolling.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of an enrollment.
@Embeddable
public record EnrollmentId(UUID value) implements Serializable {

    static EnrollmentId next() {
        return new EnrollmentId(Ids.next());
    }
}
