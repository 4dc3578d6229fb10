package dev.lectern.enrollment.enrolling.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All enrollments.
public interface Enrollments extends Repository<Enrollment, EnrollmentId> {

    Enrollment save(Enrollment enrollment);

    Optional<Enrollment> findById(EnrollmentId id);

    Optional<Enrollment> findByOrderId(OrderId order);

    /// Locked: whoever reports progress meanwhile waits, and finds the status it has then.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Enrollment> findOneByOrderId(OrderId order);

    boolean existsByLearnerIdAndRunIdAndStatusIn(
            UUID learner, RunId run, Collection<EnrollmentStatus> statuses);

    /// Locked, in the order of their ids: for telling the current state again.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<Enrollment> findByIdValueGreaterThanOrderByIdValue(UUID after, Limit limit);
}
