package dev.lectern.payment.selling.jobs;

import dev.lectern.payment.selling.application.SweepingOrders;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What the provider told while nobody was here is asked for at once.
@Component
class SweepAtStart {

    private final SweepingOrders sweeping;

    SweepAtStart(SweepingOrders sweeping) {
        this.sweeping = sweeping;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweep() {
        sweeping.askAboutOpenOrders();
    }
}
