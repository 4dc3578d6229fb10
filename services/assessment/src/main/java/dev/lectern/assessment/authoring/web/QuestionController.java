package dev.lectern.assessment.authoring.web;

import dev.lectern.assessment.authoring.application.BankViews;
import dev.lectern.assessment.authoring.application.QuestionView;
import dev.lectern.assessment.authoring.application.WritingBanks;
import dev.lectern.assessment.authoring.domain.BankId;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The questions of a bank, for the members of its course; their ETag is that of the whole bank.
@RestController
@RequestMapping("/api/v1/banks/{id}/questions")
class QuestionController {

    private final WritingBanks writing;
    private final BankViews views;
    private final Idempotency idempotency;

    QuestionController(WritingBanks writing, BankViews views, Idempotency idempotency) {
        this.writing = writing;
        this.views = views;
        this.idempotency = idempotency;
    }

    private record InBank(UUID bankId, QuestionRequest request) {}

    /// Adds a question to a bank. 422 `NO_CORRECT_OPTION`, `QUESTION_INVALID` or `BANK_FULL`; 404
    /// for everybody but the members of the course.
    @PostMapping
    ResponseEntity<QuestionView> addQuestion(
            @PathVariable UUID id,
            @Valid @RequestBody QuestionRequest request,
            Caller caller,
            IdempotencyKey key) {
        var question = request.question();
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "add-question", new InBank(id, request)),
                        () -> writing.add(new BankId(id), question, caller));
        return Created.at(
                "/api/v1/banks/" + id + "/questions/{question}",
                outcome,
                views.question(id, outcome.id(), caller),
                views.one(id, caller).revision());
    }

    /// Lists the questions of a bank as they are now, newest first. 404 for everybody but the
    /// members of the course.
    @GetMapping
    Page<QuestionView> listQuestions(@PathVariable UUID id, PageQuery page, Caller caller) {
        return views.questions(id, page, caller);
    }

    /// Shows a question as it is now, key included. 404 for everybody but the members of the
    /// course.
    @GetMapping("/{questionId}")
    ResponseEntity<QuestionView> getQuestion(
            @PathVariable UUID id, @PathVariable UUID questionId, Caller caller) {
        return ResponseEntity.ok()
                .eTag(IfMatch.etagOf(views.one(id, caller).revision()))
                .body(views.question(id, questionId, caller));
    }

    /// Writes a question anew, as its next version. Attempts and published versions keep the one
    /// they have. 422 `NO_CORRECT_OPTION` or `QUESTION_INVALID`; 404 for everybody but the members
    /// of the course.
    @PutMapping("/{questionId}")
    ResponseEntity<QuestionView> rewriteQuestion(
            @PathVariable UUID id,
            @PathVariable UUID questionId,
            @Valid @RequestBody QuestionRequest request,
            IfMatch ifMatch,
            Caller caller) {
        writing.rewrite(new BankId(id), questionId, request.question(), ifMatch, caller);
        return getQuestion(id, questionId, caller);
    }

    /// Takes a question out of a bank. Attempts and published versions keep it. 404 for everybody
    /// but the members of the course.
    @DeleteMapping("/{questionId}")
    ResponseEntity<Void> removeQuestion(
            @PathVariable UUID id, @PathVariable UUID questionId, IfMatch ifMatch, Caller caller) {
        writing.remove(new BankId(id), questionId, ifMatch, caller);
        return ResponseEntity.noContent()
                .eTag(IfMatch.etagOf(views.one(id, caller).revision()))
                .build();
    }
}
