package dev.lectern.notification.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Received;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.gamification.BadgeEarned;
import dev.lectern.notification.application.Announcing;
import dev.lectern.notification.application.Signalling;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News;
import dev.lectern.notification.domain.SignalName;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What gamification tells.
@Component
class GamificationEventsConsumer implements EventConsumer {

    private final Announcing announcing;
    private final Signalling signalling;

    GamificationEventsConsumer(Announcing announcing, Signalling signalling) {
        this.announcing = announcing;
        this.signalling = signalling;
    }

    @Override
    public String producer() {
        return "gamification";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onNews(BadgeEarned.class, this::earned);
    }

    private void earned(Received<BadgeEarned> told) {
        var event = told.event();
        signalling.signal(event.learnerId(), SignalName.BADGE, Map.of("badge", event.badge()));
        announcing.announce(
                News.of(Kind.BADGE_EARNED, event.learnerId(), event.learnerId())
                        .on(event.badge())
                        .saying(event.badge()));
    }
}
