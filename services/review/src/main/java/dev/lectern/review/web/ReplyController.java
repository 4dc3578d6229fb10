package dev.lectern.review.web;

import dev.lectern.common.security.Caller;
import dev.lectern.review.application.Replying;
import dev.lectern.review.application.ReviewView;
import dev.lectern.review.application.ReviewViews;
import dev.lectern.review.domain.ReviewId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What authors answer.
@RestController
@RequestMapping("/api/v1/reviews/{id}/reply")
class ReplyController {

    private final Replying replying;
    private final ReviewViews views;

    ReplyController(Replying replying, ReviewViews views) {
        this.replying = replying;
        this.views = views;
    }

    /// What the author answers.
    record ReplyRequest(@NotBlank @Size(max = ReviewController.LONGEST) String text) {}

    /// Answers a review of the caller's course, in the place of an earlier answer. 404 but for who
    /// teaches the course.
    @PutMapping
    ReviewView replyToReview(
            @PathVariable UUID id, @Valid @RequestBody ReplyRequest request, Caller caller) {
        replying.reply(new ReviewId(id), request.text(), caller);
        return views.one(id, Optional.of(caller));
    }
}
