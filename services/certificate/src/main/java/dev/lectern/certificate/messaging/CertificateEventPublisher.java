package dev.lectern.certificate.messaging;

import dev.lectern.certificate.domain.CertificateEvent;
import dev.lectern.common.event.Outbox;
import dev.lectern.events.certificate.CertificateIssued;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what leaves the house, in the same transaction: ids and times, never a name.
@Component
class CertificateEventPublisher {

    private final Outbox outbox;

    CertificateEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(CertificateEvent happened) {
        switch (happened) {
            case CertificateEvent.Issued(var certificate) ->
                    outbox.append(
                            certificate.id().value(),
                            new CertificateIssued(
                                    certificate.id().value(),
                                    certificate.learnerId(),
                                    certificate.courseId(),
                                    certificate.courseVersion(),
                                    certificate.issuedAt()));
            case CertificateEvent.Revoked(var certificate) ->
                    outbox.append(certificate.id().value(), CurrentRevocations.of(certificate));
        }
    }
}
