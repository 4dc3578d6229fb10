package dev.lectern.assessment.assignments.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All assignments.
public interface Assignments extends Repository<Assignment, AssignmentId> {

    Assignment save(Assignment assignment);

    Optional<Assignment> findById(AssignmentId id);

    /// Locked, in the order of their ids: for telling the current state again.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<Assignment> findByIdValueGreaterThanOrderByIdValue(UUID after, Limit limit);
}
