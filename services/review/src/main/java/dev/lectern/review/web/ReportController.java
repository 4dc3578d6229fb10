package dev.lectern.review.web;

import dev.lectern.common.security.Caller;
import dev.lectern.review.application.Reporting;
import dev.lectern.review.application.Reporting.Report;
import dev.lectern.review.domain.ReportReason;
import dev.lectern.review.domain.ReviewId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Whoever finds that a review should not be there says so.
@RestController
@RequestMapping("/api/v1/reviews/{id}/report")
class ReportController {

    private final Reporting reporting;

    ReportController(Reporting reporting) {
        this.reporting = reporting;
    }

    /// What is wrong with a review.
    ///
    /// @param reason what it is
    /// @param note in words, null for none
    record ReportRequest(@NotNull ReportReason reason, @Nullable @Size(max = 1000) String note) {}

    /// Reports a review to the moderators. May be repeated: the first report stands. 403
    /// `OWN_REVIEW`; 404 for one that is not shown.
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reportReview(
            @PathVariable UUID id, @Valid @RequestBody ReportRequest request, Caller caller) {
        reporting.report(new Report(new ReviewId(id), request.reason(), request.note()), caller);
    }
}
