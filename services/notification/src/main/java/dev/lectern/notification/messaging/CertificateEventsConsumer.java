package dev.lectern.notification.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Received;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.certificate.CertificateIssued;
import dev.lectern.events.certificate.CertificateRevoked;
import dev.lectern.notification.application.Announcing;
import dev.lectern.notification.application.Signalling;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News;
import dev.lectern.notification.domain.SignalName;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What certificate tells.
@Component
class CertificateEventsConsumer implements EventConsumer {

    private final Announcing announcing;
    private final Signalling signalling;

    CertificateEventsConsumer(Announcing announcing, Signalling signalling) {
        this.announcing = announcing;
        this.signalling = signalling;
    }

    @Override
    public String producer() {
        return "certificate";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onNews(CertificateIssued.class, this::issued)
                .onNews(CertificateRevoked.class, this::revoked);
    }

    private void issued(Received<CertificateIssued> told) {
        var event = told.event();
        signal(event.learnerId(), event.certificateId(), event.courseId());
        announcing.announce(
                News.of(Kind.CERTIFICATE_ISSUED, event.learnerId(), event.certificateId())
                        .inCourse(event.courseId()));
    }

    private void revoked(Received<CertificateRevoked> told) {
        var event = told.event();
        signal(event.learnerId(), event.certificateId(), event.courseId());
        announcing.announce(
                News.of(Kind.CERTIFICATE_REVOKED, event.learnerId(), event.certificateId())
                        .inCourse(event.courseId()));
    }

    private void signal(UUID learner, UUID certificate, UUID course) {
        signalling.signal(
                learner,
                SignalName.CERTIFICATE,
                Map.of("certificateId", certificate, "courseId", course));
    }
}
