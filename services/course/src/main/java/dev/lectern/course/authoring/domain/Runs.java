package dev.lectern.course.authoring.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All runs.
public interface Runs extends Repository<Run, RunId> {

    Run save(Run run);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Run> findById(RunId id);

    /// Locked, in the order of their ids: for telling the current state again.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<Run> findByIdValueGreaterThanOrderByIdValue(UUID after, Limit limit);
}
