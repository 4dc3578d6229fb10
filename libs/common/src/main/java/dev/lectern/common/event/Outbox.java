package dev.lectern.common.event;

import dev.lectern.common.id.Ids;
import dev.lectern.common.trace.Traces;
import dev.lectern.events.ContractEvent;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Where a service tells what happened: a row in the transaction of the change, sent by the relay
/// after the commit.
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Traces trace;
    private final Clock clock;
    private final ToldCounters counters;
    private final Runnable wakeRelay;

    Outbox(
            JdbcClient jdbc,
            EntityManager entities,
            Traces trace,
            Clock clock,
            ToldCounters counters,
            Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.trace = trace;
        this.clock = clock;
        this.counters = counters;
        this.wakeRelay = wakeRelay;
    }

    /// Tells everybody who listens.
    ///
    /// @param subject the id of the aggregate; events of one subject keep their order
    public void append(UUID subject, ContractEvent event) {
        var type = ContractEvent.typeOf(event.getClass());
        append(subject, type, type, event);
        afterCommit(() -> counters.count(type));
    }

    /// Tells one consumer only, with the current state it asked for again.
    void appendFor(String consumer, UUID subject, ContractEvent event) {
        var type = ContractEvent.typeOf(event.getClass());
        append(subject, type, Topology.resyncKey(consumer, type), event);
    }

    void append(UUID subject, String type, String routingKey, ContractEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "an event outside a transaction would be lost: " + type);
        }
        // The aggregate's row is written, and so locked, before the number is drawn: of two writers
        // the later one always has the higher number.
        entities.flush();
        var sequence = jdbc.sql("select nextval('outbox_sequence')").query(Long.class).single();
        var id = Ids.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var traceparent = trace.current();
        var envelope =
                Envelope.of(id, type, subject, now, sequence, traceparent, EventJson.tree(event));
        jdbc.sql(
                        """
                        insert into outbox
                            (sequence, id, subject, type, routing_key, payload, traceparent, created_at)
                        values (:sequence, :id, :subject, :type, :key, :payload, :traceparent, :now)
                        """)
                .param("sequence", sequence)
                .param("id", id)
                .param("subject", subject)
                .param("type", type)
                .param("key", routingKey)
                .param("payload", EventJson.write(envelope))
                .param("traceparent", traceparent)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        afterCommit(() -> log.info("Event {} {} told", id, type));
        afterCommit(wakeRelay);
    }

    private static void afterCommit(Runnable then) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        then.run();
                    }
                });
    }
}
