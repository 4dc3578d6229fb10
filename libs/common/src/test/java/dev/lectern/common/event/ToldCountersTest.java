package dev.lectern.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.events.Platform;
import dev.lectern.events.certificate.CertificateIssued;
import dev.lectern.sample.SampleApplication;
import dev.lectern.testing.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(
        classes = SampleApplication.class,
        properties = "lectern.counters.certificates=certificate.issued.v1")
class ToldCountersTest {

    @Autowired Outbox outbox;
    @Autowired Inbox inbox;
    @Autowired MeterRegistry meters;
    @Autowired PlatformTransactionManager transactions;

    private final UUID subject = UUID.randomUUID();
    private TransactionTemplate transaction = new TransactionTemplate();
    private double before;

    @BeforeEach
    void prepare() {
        transaction = new TransactionTemplate(transactions);
        before = count();
    }

    @Test
    void countsAnEventWhenItIsCommittedAndNotEarlier() {
        transaction.executeWithoutResult(status -> {
            outbox.append(subject, issued());
            assertThat(count()).isEqualTo(before);
        });

        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void countsNothingThatIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            outbox.append(subject, issued());
            status.setRollbackOnly();
        });

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void countsOnceWhatFollowsFromAMessageThatCameTwice() {
        var message = UUID.randomUUID();

        for (var time = 0; time < 2; time++) {
            inbox.once("a-queue", message, () -> outbox.append(subject, issued()));
        }

        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void countsNothingThatIsToldAgainToOneConsumer() {
        transaction.executeWithoutResult(status -> outbox.appendFor("someone", subject, issued()));

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void refusesToCountWhatTheServiceDoesNotPublish() {
        var certificate = Platform.load().service("certificate");

        assertThatThrownBy(() ->
                        new ToldCounters(
                                Map.of("sales", "payment.order-paid.v1"),
                                certificate,
                                new SimpleMeterRegistry()))
                .hasMessageContaining("lectern.counters.sales")
                .hasMessageContaining("certificate.issued.v1");
    }

    private double count() {
        return meters.counter("lectern.certificates").count();
    }

    private CertificateIssued issued() {
        return new CertificateIssued(
                subject, UUID.randomUUID(), UUID.randomUUID(), 1, Instant.EPOCH);
    }
}
