package dev.lectern.media.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.user.AvatarChanged;
import dev.lectern.media.application.KeepingAvatars;
import org.springframework.stereotype.Component;

/// What user tells: with which pictures people are shown.
@Component
class UserEventsConsumer implements EventConsumer {

    private final KeepingAvatars avatars;

    UserEventsConsumer(KeepingAvatars avatars) {
        this.avatars = avatars;
    }

    @Override
    public String producer() {
        return "user";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(AvatarChanged.class, avatars::keep);
    }
}
