package dev.lectern.payment.pricing.messaging;

import dev.lectern.common.event.Outbox;
import dev.lectern.payment.pricing.domain.PriceEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what of pricing leaves the house, in the same transaction.
@Component
class PriceEventPublisher {

    private final Outbox outbox;

    PriceEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(PriceEvent happened) {
        switch (happened) {
            case PriceEvent.Changed(var price) ->
                    outbox.append(price.courseId(), CurrentPrices.of(price));
        }
    }
}
