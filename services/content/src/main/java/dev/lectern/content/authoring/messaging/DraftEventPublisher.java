package dev.lectern.content.authoring.messaging;

import dev.lectern.common.event.Outbox;
import dev.lectern.content.authoring.domain.DraftEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what of authoring leaves the house, in the same transaction.
@Component
class DraftEventPublisher {

    private final Outbox outbox;

    DraftEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(DraftEvent happened) {
        switch (happened) {
            case DraftEvent.Revised(var draft) ->
                    outbox.append(draft.id().value(), CurrentDrafts.of(draft));
        }
    }
}
