package dev.lectern.certificate.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All certificates.
public interface Certificates extends Repository<Certificate, CertificateId> {

    Certificate save(Certificate certificate);

    boolean existsByLearnerIdAndCourseIdAndStatus(
            UUID learner, UUID course, CertificateStatus status);

    boolean existsByEnrollmentId(UUID enrollment);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Certificate> findById(CertificateId id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Certificate> findByEnrollmentId(UUID enrollment);

    /// Locked, in the order of their ids: for telling the current state again.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<Certificate> findByStatusAndIdValueGreaterThanOrderByIdValue(
            CertificateStatus status, UUID after, Limit limit);
}
