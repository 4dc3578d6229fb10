package dev.lectern.review.web;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.review.application.Moderating;
import dev.lectern.review.application.ReportedView;
import dev.lectern.review.application.ReportedViews;
import dev.lectern.review.application.ReviewView;
import dev.lectern.review.application.ReviewViews;
import dev.lectern.review.domain.ReviewId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reviews before moderators.
@RestController
@RequestMapping("/api/v1/admin/reviews")
class ModerationController {

    private final Moderating moderating;
    private final ReportedViews reported;
    private final ReviewViews views;

    ModerationController(Moderating moderating, ReportedViews reported, ReviewViews views) {
        this.moderating = moderating;
        this.reported = reported;
        this.views = views;
    }

    /// Why a review is taken out.
    record RemoveRequest(@NotBlank @Size(max = 1000) String reason) {}

    /// Lists reviews with reports nobody has answered, newest first. 403 `FORBIDDEN` without the
    /// role `moderator` or `admin`.
    @GetMapping
    Page<ReportedView> listReportedReviews(PageQuery page, Caller caller) {
        return reported.open(page, caller);
    }

    /// Takes a review out of the list and the rating. May be repeated: the first reason stays. 403
    /// `OWN_COURSE`, or `FORBIDDEN` without the role `moderator` or `admin`.
    @PostMapping("/{id}/remove")
    ReviewView removeReview(
            @PathVariable UUID id, @Valid @RequestBody RemoveRequest request, Caller caller) {
        moderating.remove(new ReviewId(id), request.reason(), caller);
        return views.one(id, Optional.of(caller));
    }

    /// Leaves a review where it is, or puts it back. 403 `OWN_COURSE`, or `FORBIDDEN` without the
    /// role `moderator` or `admin`.
    @PostMapping("/{id}/keep")
    ReviewView keepReview(@PathVariable UUID id, Caller caller) {
        moderating.keep(new ReviewId(id), caller);
        return views.one(id, Optional.of(caller));
    }
}
