package dev.lectern.user.profiles.messaging;

import dev.lectern.common.event.Outbox;
import dev.lectern.events.user.ProfileUpdated;
import dev.lectern.user.profiles.domain.ProfileEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides which events of profiles leave the house, in the same transaction.
@Component
class ProfileEventPublisher {

    private final Outbox outbox;

    ProfileEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(ProfileEvent happened) {
        switch (happened) {
            case ProfileEvent.Created _ -> {
                // Auth, which tells of newcomers, asked for it; nobody holds an older name.
            }
            case ProfileEvent.AvatarChanged(var profile) ->
                    outbox.append(profile.id().value(), CurrentAvatars.of(profile));
            case ProfileEvent.Updated(var profile) -> {
                var id = profile.id().value();
                outbox.append(id, new ProfileUpdated(id));
            }
        }
    }
}
