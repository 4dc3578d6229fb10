package dev.lectern.assessment.attempts.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a grade.
@Embeddable
public record GradeId(UUID value) implements Serializable {

    static GradeId next() {
        return new GradeId(Ids.next());
    }
}
