package dev.lectern.assessment.attempts.web;

import dev.lectern.assessment.attempts.application.Answering;
import dev.lectern.assessment.attempts.application.Answering.Answer;
import dev.lectern.assessment.attempts.application.AttemptSummaryView;
import dev.lectern.assessment.attempts.application.AttemptView;
import dev.lectern.assessment.attempts.application.AttemptView.AnswerView;
import dev.lectern.assessment.attempts.application.AttemptViews;
import dev.lectern.assessment.attempts.application.QuizRulesView;
import dev.lectern.assessment.attempts.application.QuizRulesViews;
import dev.lectern.assessment.attempts.application.Starting;
import dev.lectern.assessment.attempts.application.Submitting;
import dev.lectern.assessment.attempts.domain.AttemptId;
import dev.lectern.assessment.authoring.domain.QuizId;
import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Answered;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Attempts at quizzes: each is its learner's own, on whatever device.
@RestController
@RequestMapping("/api/v1")
class AttemptController {

    private final Starting starting;
    private final Answering answering;
    private final Submitting submitting;
    private final AttemptViews views;
    private final QuizRulesViews rules;
    private final Idempotency idempotency;

    AttemptController(
            Starting starting,
            Answering answering,
            Submitting submitting,
            AttemptViews views,
            QuizRulesViews rules,
            Idempotency idempotency) {
        this.starting = starting;
        this.answering = answering;
        this.submitting = submitting;
        this.views = views;
        this.rules = rules;
        this.idempotency = idempotency;
    }

    /// Shows what somebody should know before an attempt begins: how many questions, how long, how
    /// often. 403 `NOT_ENROLLED` or `LESSON_LOCKED`; 404 for a quiz that is not published; 503
    /// `UNAVAILABLE` while the version the caller is enrolled in has not arrived here.
    @GetMapping("/quizzes/{id}/rules")
    QuizRulesView getQuizRules(@PathVariable UUID id, Caller caller) {
        return rules.of(new QuizId(id), caller);
    }

    /// Begins an attempt at a quiz: its questions are drawn and its time runs. Learners take the
    /// revision their version of the course shows; a member of the course tries out the newest one,
    /// and that counts nowhere. 403 `NOT_ENROLLED` or `LESSON_LOCKED`; 409 `ATTEMPT_OPEN` with its
    /// `attemptId`, `ATTEMPTS_EXHAUSTED` or `COOL_DOWN`; 422 `POOL_TOO_SMALL` or
    /// `QUIZ_UNANSWERABLE` for a quiz that is tried out too early; 404 for a quiz that is not
    /// published; 503 `UNAVAILABLE` while the version the caller is enrolled in has not arrived
    /// here.
    @PostMapping("/quizzes/{id}/attempts")
    ResponseEntity<AttemptView> startAttempt(
            @PathVariable UUID id, Caller caller, IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "start-attempt", id),
                        () -> starting.start(new QuizId(id), caller).value());
        return Created.at(
                "/api/v1/attempts/{id}", outcome, views.one(new AttemptId(outcome.id()), caller));
    }

    /// Lists the caller's attempts at a quiz, newest first. 403 `NOT_ENROLLED`; 404 for a quiz that
    /// is not published.
    @GetMapping("/quizzes/{id}/attempts")
    Page<AttemptSummaryView> listAttempts(@PathVariable UUID id, PageQuery page, Caller caller) {
        return views.all(new QuizId(id), page, caller);
    }

    /// Shows one of the caller's attempts with what was answered so far. 403 `NOT_ENROLLED` once
    /// access has ended; 404 for anybody else's.
    @GetMapping("/attempts/{id}")
    AttemptView getAttempt(@PathVariable UUID id, Caller caller) {
        return views.one(new AttemptId(id), caller);
    }

    /// Saves the answer to a question; whoever is told so can rely on it. The same answer with the
    /// same sequence may be sent again. 403 `NOT_ENROLLED` once access has ended; 409
    /// `ATTEMPT_CLOSED` or `SEQUENCE_STALE`; 422 `QUESTION_NOT_DRAWN`, `OPTION_UNKNOWN` or
    /// `RESPONSE_MISMATCH`; 404 for anybody else's attempt.
    @PutMapping("/attempts/{id}/answers/{questionId}")
    AnswerView saveAnswer(
            @PathVariable UUID id,
            @PathVariable UUID questionId,
            @Valid @RequestBody AnswerRequest request,
            Caller caller) {
        return answering.answer(
                new Answer(
                        new AttemptId(id),
                        questionId,
                        request.sequence(),
                        request.response().response()),
                caller);
    }

    /// Ends an attempt: what was answered is graded. Ended already, it stays as it is. 403
    /// `NOT_ENROLLED` once access has ended; 404 for anybody else's.
    @PostMapping("/attempts/{id}/submit")
    ResponseEntity<AttemptView> submitAttempt(
            @PathVariable UUID id, Caller caller, IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "submit-attempt", id),
                        () -> {
                            submitting.submit(new AttemptId(id), caller);
                            return id;
                        });
        return Answered.with(outcome, views.one(new AttemptId(id), caller));
    }
}
