package dev.lectern.review.messaging;

import dev.lectern.common.event.Outbox;
import dev.lectern.events.review.ReviewPosted;
import dev.lectern.review.domain.Review;
import dev.lectern.review.domain.ReviewEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what leaves the house, in the same transaction: stars and ids, never a word.
@Component
class ReviewEventPublisher {

    private final Outbox outbox;

    ReviewEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(ReviewEvent happened) {
        switch (happened) {
            case ReviewEvent.Posted(var review) ->
                    outbox.append(review.id().value(), posted(review));
            case ReviewEvent.Rerated(var rating) ->
                    outbox.append(rating.courseId(), CurrentRatings.of(rating));
        }
    }

    private static ReviewPosted posted(Review review) {
        return new ReviewPosted(
                review.id().value(),
                review.learnerId(),
                review.courseId(),
                review.enrollmentId(),
                review.opinion().stars(),
                review.postedAt());
    }
}
