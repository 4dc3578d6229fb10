package dev.lectern.assessment.attempts.application;

import dev.lectern.assessment.attempts.domain.AttemptId;
import dev.lectern.assessment.attempts.domain.Attempts;
import dev.lectern.assessment.attempts.domain.Standing;
import dev.lectern.assessment.authoring.domain.Draw;
import dev.lectern.assessment.authoring.domain.QuizId;
import dev.lectern.assessment.authoring.domain.QuizRevision;
import dev.lectern.common.security.Caller;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The rules of a quiz as those meet them who may take it: of the revision they would be asked.
@Component
public class QuizRulesViews {

    private final Standings standings;
    private final TakenQuizzes quizzes;
    private final Attempts attempts;
    private final Clock clock;

    QuizRulesViews(Standings standings, TakenQuizzes quizzes, Attempts attempts, Clock clock) {
        this.standings = standings;
        this.quizzes = quizzes;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public QuizRulesView of(QuizId quiz, Caller caller) {
        return switch (standings.require(quiz, caller)) {
            case Standing.Author _ -> of(quizzes.newest(quiz), caller, true);
            case Standing.Learner learner ->
                    of(quizzes.get(standings.pinned(learner, quiz)), caller, false);
        };
    }

    private QuizRulesView of(QuizRevision revision, Caller caller, boolean preview) {
        var quiz = revision.quizId();
        var plan = revision.plan();
        return new QuizRulesView(
                quiz.value(),
                plan.title(),
                preview,
                plan.draws().stream().mapToInt(Draw::count).sum(),
                plan.timeLimitSeconds(),
                plan.maxAttempts(),
                attempts.countByLearnerIdAndQuizIdAndPreview(caller.id(), quiz, preview),
                plan.coolDownSeconds(),
                plan.passPercent(),
                plan.scoring(),
                plan.feedback(),
                attempts.openOf(caller.id(), quiz, preview).map(AttemptId::value).orElse(null),
                attempts.lastEnd(caller.id(), quiz, preview)
                        .map(end -> end.plus(plan.coolDown()))
                        .filter(clock.instant()::isBefore)
                        .orElse(null));
    }
}
