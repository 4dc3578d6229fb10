package dev.lectern.assessment.assignments.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of an assignment.
@Embeddable
public record AssignmentId(UUID value) implements Serializable {

    static AssignmentId next() {
        return new AssignmentId(Ids.next());
    }
}
