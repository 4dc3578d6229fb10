package dev.lectern.assessment.authoring.domain;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/// All revisions of all quizzes; they are only ever added.
public interface QuizRevisions extends Repository<QuizRevision, RevisionId> {

    QuizRevision save(QuizRevision revision);

    Optional<QuizRevision> findById(RevisionId id);
}
