package dev.lectern.assessment.attempts.messaging;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import org.springframework.stereotype.Component;

/// What enrollment tells.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final AccessCopy access;

    EnrollmentEventsConsumer(AccessCopy access) {
        this.access = access;
    }

    @Override
    public String producer() {
        return "enrollment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        access.hear(on);
    }
}
