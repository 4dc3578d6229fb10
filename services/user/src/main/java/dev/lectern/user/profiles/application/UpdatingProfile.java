package dev.lectern.user.profiles.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.user.profiles.domain.DisplayName;
import dev.lectern.user.profiles.domain.HomeZone;
import dev.lectern.user.profiles.domain.Language;
import dev.lectern.user.profiles.domain.Profile;
import dev.lectern.user.profiles.domain.Profiles;
import dev.lectern.user.profiles.domain.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Somebody edits their own profile.
@Service
@Transactional
public class UpdatingProfile {

    private final Profiles profiles;
    private final Portraits portraits;

    UpdatingProfile(Profiles profiles, Portraits portraits) {
        this.profiles = profiles;
        this.portraits = portraits;
    }

    /// What shall be different; null leaves it.
    public record Update(
            @Nullable DisplayName displayName,
            @Nullable Language language,
            @Nullable HomeZone zone,
            @Nullable NewAvatar avatar) {}

    /// Which picture shall be shown with the name from now on; null for none.
    public record NewAvatar(@Nullable UUID assetId) {}

    public void update(Update command, IfMatch ifMatch, Caller caller) {
        var profile =
                profiles.findById(new UserId(caller.id())).orElseThrow(GenericRefusal::notFound);
        ifMatch.require(profile.currentVersion());
        profile.change(command.displayName(), command.language(), command.zone());
        if (command.avatar() != null) {
            showWith(command.avatar().assetId(), profile);
        }
        profiles.save(profile);
    }

    private void showWith(@Nullable UUID asset, Profile profile) {
        if (asset != null) {
            portraits.requireOwn(profile.id().value(), asset);
        }
        profile.showWith(asset);
    }
}
