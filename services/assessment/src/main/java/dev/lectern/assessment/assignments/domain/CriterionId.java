package dev.lectern.assessment.assignments.domain;

import dev.lectern.common.id.Ids;
import java.util.UUID;

/// The identity of a criterion of a rubric.
record CriterionId(UUID value) {

    static CriterionId next() {
        return new CriterionId(Ids.next());
    }
}
