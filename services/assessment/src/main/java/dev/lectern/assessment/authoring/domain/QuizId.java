package dev.lectern.assessment.authoring.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a quiz.
@Embeddable
public record QuizId(UUID value) implements Serializable {

    static QuizId next() {
        return new QuizId(Ids.next());
    }
}
