package dev.lectern.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lectern.events.certificate.CertificateIssued;
import dev.lectern.sample.SampleApplication;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Neighbours;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(classes = SampleApplication.class)
class OutboxRelayTest {

    @Autowired Outbox outbox;
    @Autowired OutboxRelay relay;
    @Autowired JdbcClient jdbc;
    @Autowired RabbitTemplate rabbit;
    @Autowired PlatformTransactionManager transactions;

    private TransactionTemplate transaction = new TransactionTemplate();

    @BeforeEach
    void prepare() {
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void sendsWhatWasCommittedInOrderAndNothingElse() {
        var heard = new Neighbours(rabbit).listenTo("certificate");
        var subject = UUID.randomUUID();

        transaction.executeWithoutResult(status ->
                IntStream.rangeClosed(1, 50)
                        .forEach(version -> outbox.append(subject, issued(version))));
        transaction.executeWithoutResult(status -> {
            outbox.append(subject, issued(99));
            status.setRollbackOnly();
        });

        assertThat(heard.atLeast(50, "certificate.issued.v1", subject))
                .extracting(envelope -> envelope.get("data").get("courseVersion").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
    }

    @Test
    void refusesAnEventOutsideATransactionBecauseItWouldBeLost() {
        assertThatThrownBy(() -> outbox.append(UUID.randomUUID(), issued(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void numbersTheEventsOfTwoWritersInTheOrderTheyCommitted() {
        var subject = UUID.randomUUID();

        transaction.executeWithoutResult(status -> outbox.append(subject, issued(1)));
        transaction.executeWithoutResult(status -> outbox.append(subject, issued(2)));

        assertThat(
                        jdbc.sql(
                                        """
                                        select payload::json -> 'data' ->> 'courseVersion' from outbox
                                        where subject = :subject order by sequence
                                        """)
                                .param("subject", subject)
                                .query(String.class)
                                .list())
                .containsExactly("1", "2");
    }

    @Test
    void keepsAnEventNobodyTakesAndSendsTheOthers() {
        var stuck = UUID.randomUUID();
        var other = UUID.randomUUID();

        // Addressed to a consumer that has no queue: the broker returns it.
        transaction.executeWithoutResult(status -> {
            outbox.appendFor("nobody", stuck, issued(1));
            outbox.append(stuck, issued(2));
            outbox.append(other, issued(3));
        });

        await().until(() -> attempts(stuck) > 0);
        await().until(() -> unsentOf(other) == 0);
        assertThat(unsentOf(stuck)).isEqualTo(2);
    }

    @Test
    void letsOneRelayBeActiveAndFencesTheOneThatLostItsLease() {
        relay.stop();
        try {
            var first = table();
            var second = table();
            var subject = UUID.randomUUID();
            transaction.executeWithoutResult(status -> outbox.append(subject, issued(1)));

            var claim = first.claim(10).orElseThrow();
            assertThat(second.claim(10)).isEmpty();

            jdbc.sql("update outbox_lease set until = now() - interval '1 second'").update();
            var taken = second.claim(10).orElseThrow();
            assertThat(taken.epoch()).isGreaterThan(claim.epoch());
            first.markSent(claim.epoch(), claim.rows());
            assertThat(unsentOf(subject)).isEqualTo(1);
            second.markSent(taken.epoch(), taken.rows());
            assertThat(unsentOf(subject)).isZero();

            transaction.executeWithoutResult(status -> outbox.append(subject, issued(2)));
            var next = first.claim(10).orElseThrow();
            first.markSent(next.epoch(), next.rows());
            assertThat(unsentOf(subject)).isZero();
        } finally {
            relay.start();
        }
    }

    private OutboxTable table() {
        return new OutboxTable(jdbc, UUID.randomUUID());
    }

    private static CertificateIssued issued(int version) {
        return new CertificateIssued(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), version, Instant.EPOCH);
    }

    private int attempts(UUID subject) {
        return number("select max(attempts) from outbox where subject = :subject", subject);
    }

    private int unsentOf(UUID subject) {
        return number(
                "select count(*) from outbox where subject = :subject and sent_at is null",
                subject);
    }

    private int number(String sql, UUID subject) {
        return jdbc.sql(sql).param("subject", subject).query(Integer.class).single();
    }
}
