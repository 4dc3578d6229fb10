package dev.lectern.gamification.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Received;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.review.ReviewPosted;
import dev.lectern.gamification.application.Earning;
import dev.lectern.gamification.domain.Act;
import org.springframework.stereotype.Component;

/// What review tells.
@Component
class ReviewEventsConsumer implements EventConsumer {

    private final Earning earning;

    ReviewEventsConsumer(Earning earning) {
        this.earning = earning;
    }

    @Override
    public String producer() {
        return "review";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(ReviewPosted.class, received -> earning.reviewPosted(reviewOf(received)));
    }

    /// Counted once a course, as the rule says.
    private static Act reviewOf(Received<ReviewPosted> received) {
        var e = received.event();
        return new Act(
                received.id(),
                e.learnerId(),
                e.courseId(),
                e.enrollmentId(),
                e.courseId(),
                e.postedAt());
    }
}
