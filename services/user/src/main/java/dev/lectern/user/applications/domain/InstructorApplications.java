package dev.lectern.user.applications.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All applications. Whoever decides one reads it with its row locked, so that the second of two
/// decisions learns of the first.
public interface InstructorApplications extends Repository<InstructorApplication, ApplicationId> {

    InstructorApplication save(InstructorApplication application);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<InstructorApplication> findById(ApplicationId id);

    boolean existsByApplicantIdAndStatus(UUID applicant, ApplicationStatus status);
}
