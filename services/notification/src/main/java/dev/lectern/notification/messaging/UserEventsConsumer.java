package dev.lectern.notification.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.user.InstructorApproved;
import dev.lectern.notification.application.Announcing;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News;
import org.springframework.stereotype.Component;

/// What user tells.
@Component
class UserEventsConsumer implements EventConsumer {

    private final Announcing announcing;

    UserEventsConsumer(Announcing announcing) {
        this.announcing = announcing;
    }

    @Override
    public String producer() {
        return "user";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onNews(InstructorApproved.class, told -> announcing.announce(newsOf(told.event())));
    }

    private static News newsOf(InstructorApproved event) {
        return News.of(Kind.INSTRUCTOR_APPROVED, event.userId(), event.applicationId());
    }
}
