package dev.lectern.user.profiles.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.user.AvatarChanged;
import dev.lectern.user.profiles.domain.Profile;
import dev.lectern.user.profiles.domain.Profiles;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// With which picture everybody is shown, for a copy that is built anew.
@Component
class CurrentAvatars implements CurrentState {

    private final Profiles profiles;

    CurrentAvatars(Profiles profiles) {
        this.profiles = profiles;
    }

    static AvatarChanged of(Profile profile) {
        return new AvatarChanged(profile.id().value(), profile.avatarAssetId().orElse(null));
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return AvatarChanged.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return profiles
                .findByAvatarAssetIdIsNotNullAndIdValueGreaterThanOrderByIdValue(
                        CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(profile -> new Snapshot(profile.id().value(), of(profile)))
                .toList();
    }
}
