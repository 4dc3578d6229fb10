package dev.lectern.user.profiles.application;

import dev.lectern.user.profiles.domain.DisplayName;
import dev.lectern.user.profiles.domain.HomeZone;
import dev.lectern.user.profiles.domain.Language;
import dev.lectern.user.profiles.domain.Profile;
import dev.lectern.user.profiles.domain.Profiles;
import dev.lectern.user.profiles.domain.UserId;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Auth hands over a newcomer, as often as it takes to be sure.
@Service
@Transactional
public class CreatingProfiles {

    private final Profiles profiles;
    private final Clock clock;

    CreatingProfiles(Profiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /// What is known of somebody who has just registered.
    public record Create(
            UserId user, String email, DisplayName displayName, Language language, HomeZone zone) {}

    /// A profile that exists stays as it is: its owner may have changed it since.
    public UserId create(Create command) {
        if (!profiles.existsById(command.user())) {
            profiles.save(
                    Profile.ofNewcomer(
                            command.user(),
                            command.email(),
                            command.displayName(),
                            command.language(),
                            command.zone(),
                            clock.instant()));
        }
        return command.user();
    }
}
