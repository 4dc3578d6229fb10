package dev.lectern.content.delivery.messaging;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.SequenceCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import org.springframework.stereotype.Component;

/// What enrollment tells: who may learn what, and what they have done.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final AccessCopy access;
    private final SequenceCopy sequences;

    EnrollmentEventsConsumer(AccessCopy access, SequenceCopy sequences) {
        this.access = access;
        this.sequences = sequences;
    }

    @Override
    public String producer() {
        return "enrollment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        sequences.hear(access.hear(on));
    }
}
