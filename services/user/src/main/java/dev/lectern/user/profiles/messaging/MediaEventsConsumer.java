package dev.lectern.user.profiles.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.media.PortraitReady;
import dev.lectern.user.profiles.application.Portraits;
import org.springframework.stereotype.Component;

/// What media tells: whose pictures there are.
@Component
class MediaEventsConsumer implements EventConsumer {

    private final Portraits portraits;

    MediaEventsConsumer(Portraits portraits) {
        this.portraits = portraits;
    }

    @Override
    public String producer() {
        return "media";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.on(PortraitReady.class, portraits::keep);
    }
}
