package dev.lectern.assessment.attempts.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of an attempt.
@Embeddable
public record AttemptId(UUID value) implements Serializable {

    static AttemptId next() {
        return new AttemptId(Ids.next());
    }
}
