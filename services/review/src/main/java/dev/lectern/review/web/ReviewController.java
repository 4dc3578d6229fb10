package dev.lectern.review.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.IfMatch;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.common.web.Sent;
import dev.lectern.review.application.Editing;
import dev.lectern.review.application.EditionView;
import dev.lectern.review.application.ReviewView;
import dev.lectern.review.application.ReviewViews;
import dev.lectern.review.application.Reviewing;
import dev.lectern.review.application.Reviewing.Post;
import dev.lectern.review.application.SummaryView;
import dev.lectern.review.domain.Opinion;
import dev.lectern.review.domain.ReviewId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What learners say of courses.
@RestController
@RequestMapping("/api/v1/reviews")
class ReviewController {

    static final int LONGEST = 5_000;

    private final Reviewing reviewing;
    private final Editing editing;
    private final ReviewViews views;
    private final Idempotency idempotency;

    ReviewController(
            Reviewing reviewing, Editing editing, ReviewViews views, Idempotency idempotency) {
        this.reviewing = reviewing;
        this.editing = editing;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// What a learner says of a course.
    ///
    /// @param rating whole stars from 1 to 5
    /// @param text in words, null for stars alone
    record PostRequest(
            @NotNull UUID courseId,
            @NotNull @Min(Opinion.LEAST) @Max(Opinion.MOST) Integer rating,
            @Nullable @Size(max = LONGEST) String text) {}

    /// What is absent stays.
    ///
    /// @param rating whole stars from 1 to 5
    /// @param text in words; null leaves stars alone
    record EditRequest(
            @Nullable Sent<@Min(Opinion.LEAST) @Max(Opinion.MOST) Integer> rating,
            @Nullable Sent<@Size(max = LONGEST) String> text) {

        Opinion applyTo(Opinion now) {
            return Opinion.of(
                    Sent.orRefused(rating, now.stars(), "/rating"), Sent.or(text, now.text()));
        }
    }

    /// Reviews a course the caller has done at least a fifth of, once. 409 `ALREADY_REVIEWED` with
    /// the `reviewId`; 422 `PROGRESS_TOO_LOW` or `TOO_MANY_LINKS`; 403 `NOT_ENROLLED` or
    /// `OWN_COURSE`.
    @PostMapping
    ResponseEntity<ReviewView> postReview(
            @Valid @RequestBody PostRequest request, Caller caller, IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "post-review", request),
                        () ->
                                reviewing
                                        .post(
                                                new Post(
                                                        request.courseId(),
                                                        Opinion.of(
                                                                request.rating(), request.text())),
                                                caller)
                                        .value());
        var review = views.one(outcome.id(), Optional.of(caller));
        return Created.at("/api/v1/reviews/{id}", outcome, review, review.version());
    }

    /// Lists the reviews of a course that count, newest first, for anybody.
    ///
    /// @param courseId the course they speak of
    @GetMapping
    Page<ReviewView> listReviews(@RequestParam UUID courseId, PageQuery page) {
        return views.ofCourse(courseId, page);
    }

    /// Says what the reviews of a course come to, for anybody.
    ///
    /// @param courseId the course they speak of
    @GetMapping("/summary")
    SummaryView getSummary(@RequestParam UUID courseId) {
        return views.summary(courseId);
    }

    /// Shows the caller's own review of a course. 404 before there is one.
    ///
    /// @param courseId the course it speaks of
    @GetMapping("/me")
    ReviewView getMyReview(Caller caller, @RequestParam UUID courseId) {
        return views.mine(courseId, caller);
    }

    /// Shows a review, to anybody while it counts. 404 otherwise, but for its writer and
    /// moderators.
    @GetMapping("/{id}")
    ResponseEntity<ReviewView> getReview(@PathVariable UUID id, Optional<Caller> caller) {
        return tagged(views.one(id, caller));
    }

    /// Changes the caller's own review; how it read before is kept. 403 `NOT_ENROLLED` after access
    /// was revoked; 422 `TOO_MANY_LINKS`; 404 for anybody else's.
    @PatchMapping("/{id}")
    ResponseEntity<ReviewView> editReview(
            @PathVariable UUID id,
            @Valid @RequestBody EditRequest request,
            IfMatch ifMatch,
            Caller caller) {
        editing.edit(new ReviewId(id), request::applyTo, ifMatch, caller);
        return tagged(views.one(id, Optional.of(caller)));
    }

    /// Lists how a review read before it was edited, newest first. 404 but for its writer and
    /// moderators.
    @GetMapping("/{id}/editions")
    Page<EditionView> listEditions(@PathVariable UUID id, PageQuery page, Caller caller) {
        return views.editions(id, page, caller);
    }

    private static ResponseEntity<ReviewView> tagged(ReviewView review) {
        return ResponseEntity.ok().eTag(IfMatch.etagOf(review.version())).body(review);
    }
}
