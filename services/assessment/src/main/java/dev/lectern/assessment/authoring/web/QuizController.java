package dev.lectern.assessment.authoring.web;

import dev.lectern.assessment.authoring.application.QuizView;
import dev.lectern.assessment.authoring.application.QuizViews;
import dev.lectern.assessment.authoring.application.WritingQuizzes;
import dev.lectern.assessment.authoring.domain.QuizId;
import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.IfMatch;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Quizzes, for the members of their course.
@RestController
@RequestMapping("/api/v1/quizzes")
class QuizController {

    private final WritingQuizzes writing;
    private final QuizViews views;
    private final Idempotency idempotency;

    QuizController(WritingQuizzes writing, QuizViews views, Idempotency idempotency) {
        this.writing = writing;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// Writes a quiz. Its pools may still be too small: the answer says so, and so does the gate of
    /// the course. 422 `REF_UNKNOWN` for a bank of another course; 404 for everybody but the
    /// members of the course.
    @PostMapping
    ResponseEntity<QuizView> writeQuiz(
            @Valid @RequestBody QuizRequest request, Caller caller, IdempotencyKey key) {
        var plan = request.plan();
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "write-quiz", request),
                        () -> writing.begin(request.courseId(), plan, caller).value());
        var quiz = views.one(outcome.id(), caller);
        return Created.at("/api/v1/quizzes/{id}", outcome, quiz, quiz.edition());
    }

    /// Lists the quizzes of a course, newest first. 404 for everybody but the members of the
    /// course.
    ///
    /// @param courseId the course
    @GetMapping
    Page<QuizView> listQuizzes(@RequestParam UUID courseId, PageQuery page, Caller caller) {
        return views.all(courseId, page, caller);
    }

    /// Shows a quiz as its authors write it, and whether it is ready. 404 for everybody but the
    /// members of the course.
    @GetMapping("/{id}")
    ResponseEntity<QuizView> getQuiz(@PathVariable UUID id, Caller caller) {
        var quiz = views.one(id, caller);
        return ResponseEntity.ok().eTag(IfMatch.etagOf(quiz.edition())).body(quiz);
    }

    /// Writes a quiz anew. What was published stays as it is. 422 `REF_UNKNOWN` for a bank of
    /// another course; 404 for everybody but the members of the course.
    @PatchMapping("/{id}")
    ResponseEntity<QuizView> changeQuiz(
            @PathVariable UUID id,
            @Valid @RequestBody ChangeQuizRequest request,
            IfMatch ifMatch,
            Caller caller) {
        writing.rewrite(new QuizId(id), request::applyTo, ifMatch, caller);
        return getQuiz(id, caller);
    }
}
