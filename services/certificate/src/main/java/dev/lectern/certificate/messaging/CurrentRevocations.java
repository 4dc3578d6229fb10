package dev.lectern.certificate.messaging;

import dev.lectern.certificate.domain.Certificate;
import dev.lectern.certificate.domain.CertificateStatus;
import dev.lectern.certificate.domain.Certificates;
import dev.lectern.common.event.CurrentState;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.certificate.CertificateRevoked;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// Which certificates were taken back, to be told again.
@Component
class CurrentRevocations implements CurrentState {

    private final Certificates certificates;

    CurrentRevocations(Certificates certificates) {
        this.certificates = certificates;
    }

    static CertificateRevoked of(Certificate certificate) {
        return new CertificateRevoked(
                certificate.id().value(),
                certificate.learnerId(),
                certificate.courseId(),
                certificate.revokedAt().orElseThrow());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return CertificateRevoked.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return certificates
                .findByStatusAndIdValueGreaterThanOrderByIdValue(
                        CertificateStatus.REVOKED, CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(certificate -> new Snapshot(certificate.id().value(), of(certificate)))
                .toList();
    }
}
