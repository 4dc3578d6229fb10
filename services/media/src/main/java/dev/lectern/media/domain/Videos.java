package dev.lectern.media.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All videos, from the first word about them.
public interface Videos extends Repository<Video, VideoId> {

    Video save(Video video);

    /// Locked: the store and the owner may say the same thing at the same moment.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Video> findById(VideoId id);

    boolean existsById(VideoId id);

    Optional<Video> findByUploadId(UploadId upload);

    void delete(Video video);

    /// Locked, in the order of their ids: for telling the current state again.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<Video> findByStatusAndIdValueGreaterThanOrderByIdValue(
            VideoStatus status, UUID after, Limit limit);
}
