package dev.lectern.assessment.authoring.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// One version of a question. The question keeps its id from version to version.
///
/// @param version counts from 1
@Embeddable
public record QuestionId(UUID question, int version) implements Serializable {

    static QuestionId next() {
        return new QuestionId(Ids.next(), 1);
    }

    QuestionId nextVersion() {
        return new QuestionId(question, version + 1);
    }
}
