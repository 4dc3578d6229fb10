package dev.lectern.assessment.assignments.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a criterion of a rubric.
@Embeddable
public record CriterionId(UUID value) implements Serializable {

    static CriterionId next() {
        return new CriterionId(Ids.next());
    }
}
