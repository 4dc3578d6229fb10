package dev.lectern.certificate.application;

import dev.lectern.certificate.domain.Certificate;
import dev.lectern.certificate.domain.Certificates;
import dev.lectern.certificate.domain.Completion;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A completion becomes a certificate, once for each learner and course.
@Service
@Transactional
public class IssuingCertificates {

    private final Certificates certificates;
    private final Clock clock;

    IssuingCertificates(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /// What the certificate shall state.
    public record Issue(Completion completion, String holderName, String courseTitle) {}

    public void issue(Issue command) {
        var completion = command.completion();
        if (certificates.existsByLearnerIdAndCourseId(
                completion.learnerId(), completion.courseId())) {
            // The task was interrupted after its work was done, and runs again.
            return;
        }
        certificates.save(
                Certificate.of(
                        completion, command.holderName(), command.courseTitle(), clock.instant()));
    }
}
