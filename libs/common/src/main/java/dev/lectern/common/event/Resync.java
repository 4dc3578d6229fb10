package dev.lectern.common.event;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.lectern.common.id.Ids;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.events.ContractEvent;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Copies repaired from their source: a consumer asks, the producer appends its current state
/// again, addressed to that consumer alone.
public class Resync {

    private static final Logger log = LoggerFactory.getLogger(Resync.class);
    private static final int BATCH = 100;

    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("resync", Order.class);

    /// A consumer's wish to have these types again.
    record Requested(String consumer, Set<String> types) implements ContractEvent {}

    record Order(String consumer, Set<String> types) {}

    private final Topology topology;
    private final String service;
    private final Outbox outbox;
    private final List<CurrentState> states;
    private final DurableTasks tasks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Resync(
            Topology topology,
            String service,
            Outbox outbox,
            List<CurrentState> states,
            DurableTasks tasks,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.topology = topology;
        this.service = service;
        this.outbox = outbox;
        this.states = states;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Asks a producer for its current state.
    public void request(String producer) {
        if (!topology.replayingUpstream().contains(producer)) {
            throw new IllegalArgumentException(
                    service
                            + " keeps no copy of "
                            + producer
                            + "; it can ask "
                            + topology.replayingUpstream());
        }
        transaction.executeWithoutResult(status -> append(producer));
    }

    /// Asks, once in the life of this service's database, every producer it keeps copies of.
    void requestAtFirstStart() {
        for (var producer : topology.replayingUpstream()) {
            transaction.executeWithoutResult(status -> {
                var isFirst =
                        jdbc.sql(
                                                """
                                                insert into resync_asked (producer, asked_at)
                                                values (:producer, :now) on conflict do nothing
                                                """)
                                        .param("producer", producer)
                                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                        .update()
                                == 1;
                if (isFirst) {
                    append(producer);
                }
            });
        }
    }

    static String requestTypeOf(String consumer) {
        return consumer + ".resync-requested.v1";
    }

    private void append(String producer) {
        outbox.append(
                Ids.next(),
                requestTypeOf(service),
                Topology.resyncRequestKey(producer),
                new Requested(service, topology.typesFrom(producer)));
        log.info("Asked {} for its current state", producer);
    }

    /// Takes a consumer's wish; the work is a task, because the state may be long.
    void accept(Envelope envelope) {
        var wish = EventJson.data(envelope, Requested.class);
        tasks.soon(
                TASK, wish.consumer() + "-" + Ids.next(), new Order(wish.consumer(), wish.types()));
    }

    /// Appends all current state of the wished types, a batch a transaction.
    void send(Order order) {
        for (var state : states) {
            if (order.types().contains(ContractEvent.typeOf(state.type()))) {
                send(state, order.consumer());
            }
        }
    }

    private void send(CurrentState state, String consumer) {
        @Nullable UUID last = null;
        do {
            last = sendBatch(state, consumer, last);
        } while (last != null);
    }

    /// @return the last aggregate of a full batch, or null when none is left
    private @Nullable UUID sendBatch(CurrentState state, String consumer, @Nullable UUID after) {
        return transaction.execute(status -> {
            var batch = state.after(after, BATCH);
            batch.forEach(
                    snapshot -> outbox.appendFor(consumer, snapshot.subject(), snapshot.event()));
            return batch.size() < BATCH ? null : batch.getLast().subject();
        });
    }
}
