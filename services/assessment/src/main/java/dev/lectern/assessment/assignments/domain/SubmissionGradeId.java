package dev.lectern.assessment.assignments.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a grade of a submission.
@Embeddable
public record SubmissionGradeId(UUID value) implements Serializable {

    static SubmissionGradeId next() {
        return new SubmissionGradeId(Ids.next());
    }
}
