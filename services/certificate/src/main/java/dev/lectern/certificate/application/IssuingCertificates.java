package dev.lectern.certificate.application;

import dev.lectern.certificate.domain.Certificate;
import dev.lectern.certificate.domain.CertificateStatus;
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
    private final Withdrawals withdrawals;
    private final StatusPlaces places;
    private final CertificateSettings settings;
    private final Clock clock;

    IssuingCertificates(
            Certificates certificates,
            Withdrawals withdrawals,
            StatusPlaces places,
            CertificateSettings settings,
            Clock clock) {
        this.certificates = certificates;
        this.withdrawals = withdrawals;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    /// What the certificate shall state.
    public record Issue(Completion completion, String holderName, String courseTitle) {}

    public void issue(Issue command) {
        var completion = command.completion();
        // Withdrawn while its task waited, or the task was interrupted after its work was done.
        if (withdrawals.isWithdrawn(completion.enrollmentId()) || hasOne(completion)) {
            return;
        }
        var now = clock.instant();
        certificates.save(
                Certificate.of(
                        completion,
                        command.holderName(),
                        command.courseTitle(),
                        places.next(),
                        settings.expiryFrom(now),
                        now));
    }

    private boolean hasOne(Completion completion) {
        return certificates.existsByEnrollmentId(completion.enrollmentId())
                || certificates.existsByLearnerIdAndCourseIdAndStatus(
                        completion.learnerId(), completion.courseId(), CertificateStatus.ISSUED);
    }
}
