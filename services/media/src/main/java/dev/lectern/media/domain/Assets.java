package dev.lectern.media.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All assets, from the first word about them.
public interface Assets extends Repository<Asset, AssetId> {

    Asset save(Asset asset);

    /// Locked: the store and the owner may say the same thing at the same moment.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Asset> findById(AssetId id);

    Optional<Asset> readById(AssetId id);

    /// Locked, in the order of their ids: for telling the current state again.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<Asset> findByStatusAndCourseIdIsNotNullAndIdValueGreaterThanOrderByIdValue(
            AssetStatus status, UUID after, Limit limit);

    /// The same of the pictures of people.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<Asset> findByStatusAndCourseIdIsNullAndIdValueGreaterThanOrderByIdValue(
            AssetStatus status, UUID after, Limit limit);
}
