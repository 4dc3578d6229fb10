package dev.lectern.payment.selling.application;

import dev.lectern.common.task.DurableTasks;
import dev.lectern.payment.selling.domain.Order;
import dev.lectern.payment.selling.domain.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The net under everything that is told only once: asks about open orders, and says again that an
/// order is paid where nobody has answered.
@Service
public class SweepingOrders {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int BATCH = 200;

    private final OrderSteps steps;
    private final JdbcClient jdbc;
    private final DurableTasks tasks;
    private final Clock clock;

    SweepingOrders(OrderSteps steps, JdbcClient jdbc, DurableTasks tasks, Clock clock) {
        this.steps = steps;
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// Asks the provider about every order that waits to be paid.
    public void askAboutOpenOrders() {
        each(
                """
                select id from orders
                where status = 'PENDING' and checkout_started_at <= :before and id > :after
                order by id limit :batch
                """,
                clock.instant(),
                order ->
                        tasks.soon(
                                SalesTasks.ASK_PROVIDER,
                                "sweep " + order.value(),
                                SalesTasks.About.order(order)));
    }

    /// Says again what was paid and neither granted nor refused for five minutes.
    public void tellPaidAgain() {
        each(
                """
                select id from orders where status = 'PAID' and paid_at < :before and id > :after
                order by id limit :batch
                """,
                clock.instant().minus(PATIENCE),
                order -> steps.then(order, Order::tellPaidAgain));
    }

    private void each(String sql, Instant before, Consumer<OrderId> then) {
        var after = new UUID(0, 0);
        List<UUID> batch;
        do {
            batch =
                    jdbc.sql(sql)
                            .param("before", before.atOffset(ZoneOffset.UTC))
                            .param("after", after)
                            .param("batch", BATCH)
                            .query(UUID.class)
                            .list();
            for (var id : batch) {
                then.accept(new OrderId(id));
                after = id;
            }
        } while (batch.size() == BATCH);
    }
}
