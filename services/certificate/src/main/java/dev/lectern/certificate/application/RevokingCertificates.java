package dev.lectern.certificate.application;

import dev.lectern.certificate.domain.Certificate;
import dev.lectern.certificate.domain.CertificateId;
import dev.lectern.certificate.domain.Certificates;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A certificate is taken back, by the staff or because its course was given back. It is never made
/// valid again.
@Service
@Transactional
public class RevokingCertificates {

    private final Certificates certificates;
    private final Withdrawals withdrawals;
    private final Clock clock;

    RevokingCertificates(Certificates certificates, Withdrawals withdrawals, Clock clock) {
        this.certificates = certificates;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    /// @param reason for the record, nobody outside of the staff sees it
    public record Revoke(CertificateId certificate, String reason) {}

    public void revoke(Revoke command, Caller caller) {
        caller.requireAny(Role.admin);
        var certificate =
                certificates.findById(command.certificate()).orElseThrow(GenericRefusal::notFound);
        certificate.revoke(caller.id(), command.reason(), clock.instant());
        certificates.save(certificate);
    }

    /// Ends what was earned in an enrollment whose money went back: its certificate, if there is
    /// one, and the claim to one that is still to come.
    public void refund(UUID enrollment) {
        var now = clock.instant();
        withdrawals.withdraw(enrollment, now);
        certificates
                .findByEnrollmentId(enrollment)
                .filter(Predicate.not(Certificate::isRevoked))
                .ifPresent(certificate -> {
                    certificate.refunded(now);
                    certificates.save(certificate);
                });
    }
}
