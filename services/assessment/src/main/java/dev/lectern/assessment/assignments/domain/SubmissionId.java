package dev.lectern.assessment.assignments.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a submission.
@Embeddable
public record SubmissionId(UUID value) implements Serializable {

    static SubmissionId next() {
        return new SubmissionId(Ids.next());
    }
}
