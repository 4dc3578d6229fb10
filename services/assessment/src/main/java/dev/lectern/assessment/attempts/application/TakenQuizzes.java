package dev.lectern.assessment.attempts.application;

import dev.lectern.assessment.attempts.domain.Attempt;
import dev.lectern.assessment.attempts.domain.Drawing;
import dev.lectern.assessment.attempts.domain.Drawn;
import dev.lectern.assessment.authoring.application.QuestionPools;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.QuestionId;
import dev.lectern.assessment.authoring.domain.QuestionVersion;
import dev.lectern.assessment.authoring.domain.QuestionVersions;
import dev.lectern.assessment.authoring.domain.Quiz;
import dev.lectern.assessment.authoring.domain.QuizId;
import dev.lectern.assessment.authoring.domain.QuizRevision;
import dev.lectern.assessment.authoring.domain.QuizRevisions;
import dev.lectern.assessment.authoring.domain.Quizzes;
import dev.lectern.assessment.authoring.domain.RevisionId;
import dev.lectern.common.problem.GenericRefusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Quizzes as they are taken: one revision, and the versions of questions it held.
@Component
class TakenQuizzes {

    private final Quizzes quizzes;
    private final QuizRevisions revisions;
    private final QuestionPools pools;
    private final QuestionVersions questions;

    TakenQuizzes(
            Quizzes quizzes,
            QuizRevisions revisions,
            QuestionPools pools,
            QuestionVersions questions) {
        this.quizzes = quizzes;
        this.revisions = revisions;
        this.pools = pools;
        this.questions = questions;
    }

    QuizRevision get(RevisionId id) {
        return revisions.findById(id).orElseThrow(GenericRefusal::notFound);
    }

    /// What its authors have before their eyes.
    QuizRevision newest(QuizId quiz) {
        return get(
                quizzes.findById(quiz).map(Quiz::revisionId).orElseThrow(GenericRefusal::notFound));
    }

    List<Drawn> draw(QuizRevision revision, long seed) {
        var drawing = new Drawing(seed, revision.plan().shuffle());
        var chosen = drawing.choose(pools.at(revision));
        var asked = byId(chosen);
        return chosen.stream()
                .map(id -> drawing.freeze(id, Objects.requireNonNull(asked.get(id))))
                .toList();
    }

    /// The versions an attempt asks; no later one takes their place.
    Map<QuestionId, Question> askedIn(Attempt attempt) {
        return byId(attempt.drawn().stream().map(Drawn::question).toList());
    }

    private Map<QuestionId, Question> byId(Collection<QuestionId> ids) {
        return questions.findByIdIn(ids).stream()
                .collect(Collectors.toMap(QuestionVersion::getId, QuestionVersion::content));
    }
}
