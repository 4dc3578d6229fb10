package dev.lectern.content.authoring.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All drafts.
public interface Drafts extends Repository<Draft, LessonId> {

    Draft save(Draft draft);

    /// Locked: of two authors who write at once, the second learns that the first was there.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Draft> findById(LessonId id);

    List<Draft> findByCourseId(UUID course);

    /// Locked, in the order of their ids: for telling the current state again.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<Draft> findByIdValueGreaterThanOrderByIdValue(UUID after, Limit limit);
}
