package dev.lectern.assessment.authoring.web;

import dev.lectern.assessment.authoring.application.BankView;
import dev.lectern.assessment.authoring.application.BankViews;
import dev.lectern.assessment.authoring.application.ImportView;
import dev.lectern.assessment.authoring.application.ImportingQuestions;
import dev.lectern.assessment.authoring.application.ImportingQuestions.Import;
import dev.lectern.assessment.authoring.application.WritingBanks;
import dev.lectern.assessment.authoring.domain.BankId;
import dev.lectern.assessment.authoring.domain.QuizPlan;
import dev.lectern.assessment.authoring.domain.imports.ImportFormat;
import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Answered;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.IfMatch;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Banks of questions, for the members of their course.
@RestController
@RequestMapping("/api/v1/banks")
class BankController {

    private static final String GIFT = "text/x-gift";
    private static final String CSV = "text/csv";

    private final WritingBanks writing;
    private final ImportingQuestions importing;
    private final BankViews views;
    private final Idempotency idempotency;

    BankController(
            WritingBanks writing,
            ImportingQuestions importing,
            BankViews views,
            Idempotency idempotency) {
        this.writing = writing;
        this.importing = importing;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// @param courseId the course whose quizzes draw from it
    record BankRequest(
            @NotNull UUID courseId, @NotBlank @Size(max = QuizPlan.LONGEST_TITLE) String title) {}

    /// @param title what it is called from now on
    record RenameRequest(@NotBlank @Size(max = QuizPlan.LONGEST_TITLE) String title) {}

    private record InBank(UUID bankId, ImportFormat format, String text) {}

    /// Begins a bank without questions. 404 for everybody but the members of the course.
    @PostMapping
    ResponseEntity<BankView> beginBank(
            @Valid @RequestBody BankRequest request, Caller caller, IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "begin-bank", request),
                        () -> writing.begin(request.courseId(), request.title(), caller).value());
        var bank = views.one(outcome.id(), caller);
        return Created.at("/api/v1/banks/{id}", outcome, bank, bank.revision());
    }

    /// Lists the banks of a course, newest first. 404 for everybody but the members of the course.
    ///
    /// @param courseId the course
    @GetMapping
    Page<BankView> listBanks(@RequestParam UUID courseId, PageQuery page, Caller caller) {
        return views.all(courseId, page, caller);
    }

    /// Shows a bank, without its questions. 404 for everybody but the members of the course.
    @GetMapping("/{id}")
    ResponseEntity<BankView> getBank(@PathVariable UUID id, Caller caller) {
        var bank = views.one(id, caller);
        return ResponseEntity.ok().eTag(IfMatch.etagOf(bank.revision())).body(bank);
    }

    /// Calls a bank something else. 404 for everybody but the members of the course.
    @PatchMapping("/{id}")
    ResponseEntity<BankView> renameBank(
            @PathVariable UUID id,
            @Valid @RequestBody RenameRequest request,
            IfMatch ifMatch,
            Caller caller) {
        writing.rename(new BankId(id), request.title(), ifMatch, caller);
        return getBank(id, caller);
    }

    /// Takes the questions of a file: GIFT (single, multiple, true or false, numeric, short text)
    /// or a table whose first line names its columns, `kind`, `text`, `correct`, `wrong`,
    /// `tolerance`, `points`, `tags`, `feedback`, several values in a cell apart by `|`. The good
    /// ones are taken, every other one is named with its reason. 422 `NOTHING_IMPORTED` with every
    /// bad line in `errors`, or `BANK_FULL`; 404 for everybody but the members of the course.
    ///
    /// @param dryRun whether only to say what would be taken
    @PostMapping(
            path = "/{id}/import",
            consumes = {GIFT, CSV})
    ResponseEntity<ImportView> importQuestions(
            @PathVariable UUID id,
            @RequestParam Optional<Boolean> dryRun,
            @RequestBody String text,
            HttpServletRequest http,
            Caller caller,
            IdempotencyKey key) {
        var format = formatOf(http.getContentType());
        var command = new Import(new BankId(id), format, text);
        if (dryRun.orElse(false)) {
            return ResponseEntity.ok(importing.tryOut(command, caller));
        }
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "import-questions", new InBank(id, format, text)),
                        () -> importing.take(command, caller));
        return Answered.with(outcome, importing.reportOf(outcome.id()));
    }

    private static ImportFormat formatOf(String contentType) {
        return MediaType.valueOf(CSV).isCompatibleWith(MediaType.valueOf(contentType))
                ? ImportFormat.CSV
                : ImportFormat.GIFT;
    }
}
