package dev.lectern.user.profiles.domain;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/// All profiles.
public interface Profiles extends Repository<Profile, UserId> {

    Profile save(Profile profile);

    Optional<Profile> findById(UserId id);

    boolean existsById(UserId id);
}
