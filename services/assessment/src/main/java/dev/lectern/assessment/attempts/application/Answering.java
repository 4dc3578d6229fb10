package dev.lectern.assessment.attempts.application;

import dev.lectern.assessment.attempts.application.AttemptView.AnswerView;
import dev.lectern.assessment.attempts.domain.AttemptId;
import dev.lectern.assessment.attempts.domain.Attempts;
import dev.lectern.assessment.attempts.domain.Response;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A learner answers a question. The attempt itself stays as it is and is not saved: many answers
/// share its row, and only who ends it holds it. What is answered here is committed before anybody
/// is told that it is saved.
@Service
@Transactional
public class Answering {

    private final Attempts attempts;
    private final Answers answers;
    private final Standings standings;
    private final Clock clock;

    Answering(Attempts attempts, Answers answers, Standings standings, Clock clock) {
        this.attempts = attempts;
        this.answers = answers;
        this.standings = standings;
        this.clock = clock;
    }

    /// @param sequence counts what the learner's devices answered to this question
    public record Answer(AttemptId attempt, UUID question, long sequence, Response response) {}

    public AnswerView answer(Answer command, Caller caller) {
        var attempt = attempts.share(command.attempt()).orElseThrow(GenericRefusal::notFound);
        standings.requireStill(attempt, caller);
        // Read once the row is shared: who waited for it has waited.
        var now = clock.instant();
        var response = attempt.accept(command.question(), command.response(), now);
        return answers.save(
                command.attempt(), command.question(), command.sequence(), response, now);
    }
}
