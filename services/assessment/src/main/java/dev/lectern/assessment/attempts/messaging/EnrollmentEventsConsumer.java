package dev.lectern.assessment.attempts.messaging;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.NameCopy;
import dev.lectern.common.copy.SequenceCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import org.springframework.stereotype.Component;

/// What enrollment tells.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final AccessCopy access;
    private final SequenceCopy sequences;
    private final NameCopy names;

    EnrollmentEventsConsumer(AccessCopy access, SequenceCopy sequences, NameCopy names) {
        this.access = access;
        this.sequences = sequences;
        this.names = names;
    }

    @Override
    public String producer() {
        return "enrollment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        // Whoever learns a course stands in its gradebook by name.
        sequences.hear(access.hear(on, names::show));
    }
}
