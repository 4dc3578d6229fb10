package dev.lectern.assessment.authoring.application;

import dev.lectern.assessment.authoring.domain.Bank;
import dev.lectern.assessment.authoring.domain.Quiz;
import dev.lectern.assessment.authoring.domain.QuizRevisions;
import dev.lectern.assessment.authoring.domain.Quizzes;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Makes the revision that follows every change, in the transaction of the change.
@Component
class RevisingQuizzes {

    private final Quizzes quizzes;
    private final QuizRevisions revisions;
    private final QuestionPools pools;
    private final Clock clock;

    RevisingQuizzes(Quizzes quizzes, QuizRevisions revisions, QuestionPools pools, Clock clock) {
        this.quizzes = quizzes;
        this.revisions = revisions;
        this.pools = pools;
        this.clock = clock;
    }

    void revise(Quiz quiz) {
        var revision = quiz.revise(pools.now(quiz.courseId(), quiz.plan()), clock.instant());
        quizzes.save(quiz);
        revisions.save(revision);
    }

    /// Every quiz that draws from a bank has changed with it.
    void reviseAllDrawingFrom(Bank bank) {
        quizzes.findByCourseIdOrderByIdValue(bank.courseId()).stream()
                .filter(quiz -> quiz.drawsFrom(bank.id()))
                .forEach(this::revise);
    }
}
