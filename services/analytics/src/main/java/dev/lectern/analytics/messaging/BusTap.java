package dev.lectern.analytics.messaging;

import dev.lectern.analytics.application.Tapping;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.Platform;

/// Everything one producer tells.
class BusTap implements EventConsumer {

    private final Platform.Service producer;
    private final Tapping tapping;

    BusTap(Platform.Service producer, Tapping tapping) {
        this.producer = producer;
        this.tapping = tapping;
    }

    @Override
    public String producer() {
        return producer.name();
    }

    @Override
    public void subscribe(Subscriptions on) {
        producer.publishes().forEach(type -> on.onEnvelope(type, tapping::tap));
    }
}
