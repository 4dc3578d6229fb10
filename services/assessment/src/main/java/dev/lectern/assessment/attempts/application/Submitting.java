package dev.lectern.assessment.attempts.application;

import dev.lectern.assessment.attempts.domain.Attempt;
import dev.lectern.assessment.attempts.domain.AttemptId;
import dev.lectern.assessment.attempts.domain.Attempts;
import dev.lectern.assessment.attempts.domain.Grades;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An attempt ends: its learner says so, or its time is over. What was answered until then is
/// graded at once.
@Service
@Transactional
public class Submitting {

    private final Attempts attempts;
    private final Grades grades;
    private final TakenQuizzes quizzes;
    private final Answers answers;
    private final Standings standings;
    private final Clock clock;

    Submitting(
            Attempts attempts,
            Grades grades,
            TakenQuizzes quizzes,
            Answers answers,
            Standings standings,
            Clock clock) {
        this.attempts = attempts;
        this.grades = grades;
        this.quizzes = quizzes;
        this.answers = answers;
        this.standings = standings;
        this.clock = clock;
    }

    public void submit(AttemptId id, Caller caller) {
        var attempt = attempts.findById(id).orElseThrow(GenericRefusal::notFound);
        standings.requireStill(attempt, caller);
        end(attempt);
    }

    /// Ends an attempt whose time is over. One that was ended otherwise has nothing left to end.
    ///
    /// @return when to come again, for a timer that fires early
    public Optional<Instant> submitOverdue(AttemptId id) {
        var attempt = attempts.findById(id).orElseThrow(GenericRefusal::notFound);
        if (attempt.isOver(clock.instant())) {
            end(attempt);
            return Optional.empty();
        }
        return Optional.ofNullable(attempt.closesAt());
    }

    /// @param attempt with its row held: nothing is answered any more
    void end(Attempt attempt) {
        attempt.submit(
                        quizzes.get(attempt.revisionId()).plan(),
                        quizzes.askedIn(attempt),
                        answers.responses(attempt.id()),
                        clock.instant())
                .ifPresent(grades::save);
        attempts.save(attempt);
    }
}
