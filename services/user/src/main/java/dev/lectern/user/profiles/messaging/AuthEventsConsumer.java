package dev.lectern.user.profiles.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.auth.MfaChanged;
import dev.lectern.user.profiles.application.NotingSecondFactors;
import org.springframework.stereotype.Component;

/// What auth tells.
@Component
class AuthEventsConsumer implements EventConsumer {

    private final NotingSecondFactors noting;

    AuthEventsConsumer(NotingSecondFactors noting) {
        this.noting = noting;
    }

    @Override
    public String producer() {
        return "auth";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(
                MfaChanged.class,
                changed ->
                        noting.note(
                                changed.event().userId(),
                                changed.event().enabled(),
                                changed.sequence()));
    }
}
