package dev.lectern.gamification.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Received;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.user.ProfileUpdated;
import dev.lectern.gamification.application.BoardNames;
import dev.lectern.gamification.application.LearningHomes;
import org.springframework.stereotype.Component;

/// What user tells: that something changed, never what.
@Component
class UserEventsConsumer implements EventConsumer {

    private final BoardNames names;
    private final LearningHomes homes;

    UserEventsConsumer(BoardNames names, LearningHomes homes) {
        this.names = names;
        this.homes = homes;
    }

    @Override
    public String producer() {
        return "user";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(ProfileUpdated.class, this::changed);
    }

    private void changed(Received<ProfileUpdated> received) {
        names.forget(received.event().userId());
        homes.changed(received.event().userId(), received.id());
    }
}
