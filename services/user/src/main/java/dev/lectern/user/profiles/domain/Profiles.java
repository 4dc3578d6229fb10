package dev.lectern.user.profiles.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All profiles.
public interface Profiles extends Repository<Profile, UserId> {

    Profile save(Profile profile);

    Optional<Profile> findById(UserId id);

    boolean existsById(UserId id);

    /// Locked, in the order of their ids: for telling the current state again.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<Profile> findByAvatarAssetIdIsNotNullAndIdValueGreaterThanOrderByIdValue(
            UUID after, Limit limit);
}
