package dev.lectern.review.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.user.ProfileUpdated;
import dev.lectern.review.application.Names;
import org.springframework.stereotype.Component;

/// What user tells: that something changed, never what.
@Component
class UserEventsConsumer implements EventConsumer {

    private final Names names;

    UserEventsConsumer(Names names) {
        this.names = names;
    }

    @Override
    public String producer() {
        return "user";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(ProfileUpdated.class, names::changed);
    }
}
