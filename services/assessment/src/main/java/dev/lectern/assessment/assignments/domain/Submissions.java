package dev.lectern.assessment.assignments.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All submissions. Whoever grades one holds it, so that of two at once the second sees the first.
public interface Submissions extends Repository<Submission, SubmissionId> {

    Submission save(Submission submission);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Submission> findById(SubmissionId id);

    int countByLearnerIdAndAssignmentId(UUID learner, AssignmentId assignment);
}
