package dev.lectern.assessment.attempts.application;

import dev.lectern.assessment.attempts.application.AttemptView.AnswerView;
import dev.lectern.assessment.attempts.application.AttemptView.AskedView;
import dev.lectern.assessment.attempts.application.AttemptView.ChoiceView;
import dev.lectern.assessment.attempts.application.AttemptView.FeedbackView;
import dev.lectern.assessment.attempts.domain.Attempt;
import dev.lectern.assessment.attempts.domain.AttemptId;
import dev.lectern.assessment.attempts.domain.Attempts;
import dev.lectern.assessment.attempts.domain.Disclosure;
import dev.lectern.assessment.attempts.domain.Drawn;
import dev.lectern.assessment.attempts.domain.Feedback;
import dev.lectern.assessment.attempts.domain.History;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.QuizId;
import dev.lectern.assessment.authoring.domain.QuizPlan;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a learner may see of attempts: their own, and of the key what is disclosed by now.
@Component
@Transactional(readOnly = true)
public class AttemptViews {

    /// Above every id.
    private static final UUID LAST = new UUID(-1, -1);

    private final Attempts attempts;
    private final TakenQuizzes quizzes;
    private final Answers answers;
    private final Standings standings;
    private final Clock clock;

    AttemptViews(
            Attempts attempts,
            TakenQuizzes quizzes,
            Answers answers,
            Standings standings,
            Clock clock) {
        this.attempts = attempts;
        this.quizzes = quizzes;
        this.answers = answers;
        this.standings = standings;
        this.clock = clock;
    }

    public AttemptView one(AttemptId id, Caller caller) {
        var attempt = attempts.read(id).orElseThrow(GenericRefusal::notFound);
        standings.requireStill(attempt, caller);
        var plan = quizzes.get(attempt.revisionId()).plan();
        var history = historyOf(attempt);
        var disclosure = Disclosure.of(attempt, plan, history);
        var summary = summary(attempt, disclosure);
        return new AttemptView(
                summary.id(),
                summary.quizId(),
                summary.number(),
                left(attempt, plan, history),
                summary.preview(),
                summary.status(),
                summary.startedAt(),
                summary.deadlineAt(),
                summary.submittedAt(),
                clock.instant(),
                summary.scorePercent(),
                summary.passed(),
                disclosure == Disclosure.NOTHING ? null : quizScore(attempt, plan),
                asked(attempt, disclosure));
    }

    /// The caller's attempts at a quiz, newest first.
    public Page<AttemptSummaryView> all(QuizId quiz, PageQuery page, Caller caller) {
        standings.require(quiz, caller);
        var rows =
                attempts
                        .page(
                                caller.id(),
                                quiz,
                                page.after() == null ? LAST : page.after(),
                                Limit.of(page.rows()))
                        .stream()
                        .map(this::summary)
                        .toList();
        return Page.of(rows, page, AttemptSummaryView::id);
    }

    private AttemptSummaryView summary(Attempt attempt) {
        // Whether the answers may be told does not matter where none are.
        return summary(
                attempt,
                Disclosure.of(attempt, quizzes.get(attempt.revisionId()).plan(), History.NONE));
    }

    private AttemptSummaryView summary(Attempt attempt, Disclosure disclosure) {
        var isTold = disclosure != Disclosure.NOTHING;
        return new AttemptSummaryView(
                attempt.id().value(),
                attempt.quizId().value(),
                attempt.number(),
                attempt.isPreview(),
                statusOf(attempt, clock.instant()),
                attempt.startedAt(),
                attempt.deadlineAt(),
                attempt.submittedAt(),
                isTold ? attempt.scorePercent() : null,
                isTold ? attempt.passed() : null);
    }

    private static String statusOf(Attempt attempt, Instant now) {
        return switch (attempt.status()) {
            case OPEN -> attempt.isOver(now) ? "SUBMITTED" : "OPEN";
            case GRADED -> "GRADED";
        };
    }

    private History historyOf(Attempt attempt) {
        return new History(
                attempts.countByLearnerIdAndQuizIdAndPreview(
                        attempt.learnerId(), attempt.quizId(), attempt.isPreview()),
                null,
                attempts.openOf(attempt.learnerId(), attempt.quizId(), attempt.isPreview())
                        .orElse(null));
    }

    private static @Nullable Integer left(Attempt attempt, QuizPlan plan, History history) {
        var most = plan.maxAttempts();
        return attempt.isPreview() || most == null ? null : Math.max(0, most - history.made());
    }

    private @Nullable Integer quizScore(Attempt attempt, QuizPlan plan) {
        var scores = attempts.scores(attempt.learnerId(), attempt.quizId(), attempt.isPreview());
        var counted = plan.scoring().of(scores);
        return counted.isPresent() ? counted.getAsInt() : null;
    }

    private List<AskedView> asked(Attempt attempt, Disclosure disclosure) {
        var questions = quizzes.askedIn(attempt);
        var given = answers.of(attempt.id());
        return attempt.drawn().stream()
                .map(drawn -> {
                    var question = Objects.requireNonNull(questions.get(drawn.question()));
                    return asked(drawn, question, given, disclosure);
                })
                .toList();
    }

    private static AskedView asked(
            Drawn drawn, Question question, Map<UUID, AnswerView> given, Disclosure disclosure) {
        var answer = given.get(drawn.question().question());
        return new AskedView(
                drawn.question().question(),
                question.kind(),
                question.text(),
                question.points(),
                IntStream.range(0, drawn.options().size())
                        .mapToObj(place ->
                                new ChoiceView(
                                        Drawn.nameAt(place),
                                        question.options().get(drawn.options().get(place)).text()))
                        .toList(),
                answer,
                disclosure == Disclosure.ANSWERS
                        ? feedback(
                                Feedback.on(
                                        drawn,
                                        question,
                                        answer == null ? null : answer.response().toResponse()))
                        : null);
    }

    private static FeedbackView feedback(Feedback feedback) {
        return new FeedbackView(
                feedback.correct(),
                feedback.points(),
                ResponseView.of(feedback.expected()),
                feedback.comments());
    }
}
