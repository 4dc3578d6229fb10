package dev.lectern.assessment.attempts.application;

import dev.lectern.assessment.attempts.domain.Attempt;
import dev.lectern.assessment.attempts.domain.AttemptId;
import dev.lectern.assessment.attempts.domain.AttemptStatus;
import dev.lectern.assessment.attempts.domain.Attempts;
import dev.lectern.assessment.attempts.domain.History;
import dev.lectern.assessment.attempts.domain.Standing;
import dev.lectern.assessment.attempts.domain.Taker;
import dev.lectern.assessment.authoring.domain.QuizId;
import dev.lectern.assessment.authoring.domain.QuizRevision;
import dev.lectern.common.security.Caller;
import dev.lectern.common.task.DurableTasks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A learner begins an attempt: questions are drawn and frozen, and the time runs.
@Service
@Transactional
public class Starting {

    private static final SecureRandom SEEDS = new SecureRandom();

    private final Standings standings;
    private final TakenQuizzes quizzes;
    private final Attempts attempts;
    private final Submitting submitting;
    private final DurableTasks tasks;
    private final Clock clock;

    Starting(
            Standings standings,
            TakenQuizzes quizzes,
            Attempts attempts,
            Submitting submitting,
            DurableTasks tasks,
            Clock clock) {
        this.standings = standings;
        this.quizzes = quizzes;
        this.attempts = attempts;
        this.submitting = submitting;
        this.tasks = tasks;
        this.clock = clock;
    }

    public AttemptId start(QuizId quiz, Caller caller) {
        var standing = standings.require(quiz, caller);
        standings.hold(standing, caller);
        return switch (standing) {
            case Standing.Author(var course) ->
                    start(new Taker(caller.id(), course, null), quizzes.newest(quiz));
            case Standing.Learner learner ->
                    start(
                            new Taker(caller.id(), learner.courseId(), learner.enrollmentId()),
                            quizzes.get(standings.pinned(learner, quiz)));
        };
    }

    private AttemptId start(Taker taker, QuizRevision revision) {
        var now = clock.instant();
        var attempt =
                Attempt.start(
                        taker,
                        revision,
                        history(taker, revision.quizId(), now),
                        SEEDS.nextLong(),
                        seed -> quizzes.draw(revision, seed),
                        now);
        attempts.save(attempt);
        if (attempt.closesAt() != null) {
            tasks.at(attempt.closesAt(), Timers.SUBMIT_OVERDUE, attempt.id().value().toString());
        }
        return attempt.id();
    }

    /// An attempt whose time is over does not stand in the way until its timer fires: it ends here.
    private History history(Taker taker, QuizId quiz, Instant now) {
        var open =
                attempts.findByLearnerIdAndQuizIdAndPreviewAndStatus(
                        taker.personId(), quiz, taker.isPreviewing(), AttemptStatus.OPEN);
        open.filter(attempt -> attempt.isOver(now)).ifPresent(submitting::end);
        return new History(
                attempts.countByLearnerIdAndQuizIdAndPreview(
                        taker.personId(), quiz, taker.isPreviewing()),
                attempts.lastEnd(taker.personId(), quiz, taker.isPreviewing()).orElse(null),
                open.filter(attempt -> !attempt.isOver(now)).map(Attempt::id).orElse(null));
    }
}
