package dev.lectern.course.catalog.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.course.catalog.application.KeepingRatings;
import dev.lectern.events.review.RatingChanged;
import org.springframework.stereotype.Component;

/// What review tells.
@Component
class ReviewEventsConsumer implements EventConsumer {

    private final KeepingRatings ratings;

    ReviewEventsConsumer(KeepingRatings ratings) {
        this.ratings = ratings;
    }

    @Override
    public String producer() {
        return "review";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(RatingChanged.class, ratings::keep);
    }
}
