package dev.lectern.course.catalog.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.course.catalog.application.NamingInstructors;
import dev.lectern.events.user.ProfileUpdated;
import org.springframework.stereotype.Component;

/// What user tells.
@Component
class UserEventsConsumer implements EventConsumer {

    private final NamingInstructors naming;

    UserEventsConsumer(NamingInstructors naming) {
        this.naming = naming;
    }

    @Override
    public String producer() {
        return "user";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(ProfileUpdated.class, naming::changed);
    }
}
