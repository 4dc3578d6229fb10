package dev.lectern.certificate.domain;

import java.util.UUID;
import org.springframework.data.repository.Repository;

/// All certificates.
public interface Certificates extends Repository<Certificate, CertificateId> {

    Certificate save(Certificate certificate);

    boolean existsByLearnerIdAndCourseId(UUID learner, UUID course);
}
