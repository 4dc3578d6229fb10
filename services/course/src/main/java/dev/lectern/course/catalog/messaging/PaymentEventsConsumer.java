package dev.lectern.course.catalog.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.course.catalog.application.KeepingPrices;
import dev.lectern.events.payment.PriceChanged;
import org.springframework.stereotype.Component;

/// What payment tells.
@Component
class PaymentEventsConsumer implements EventConsumer {

    private final KeepingPrices prices;

    PaymentEventsConsumer(KeepingPrices prices) {
        this.prices = prices;
    }

    @Override
    public String producer() {
        return "payment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(PriceChanged.class, prices::keep);
    }
}
