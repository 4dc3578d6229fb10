package dev.lectern.payment.selling.application;

import dev.lectern.common.task.DurableTasks;
import dev.lectern.payment.selling.application.PaymentProvider.Notice;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.Orders;
import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes what the provider says has happened: kept once, answered at once, and looked into after.
@Service
public class ReceivingNotices {

    private static final Logger log = LoggerFactory.getLogger(ReceivingNotices.class);

    private final PaymentProvider provider;
    private final Orders orders;
    private final JdbcClient jdbc;
    private final DurableTasks tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReceivingNotices(
            PaymentProvider provider,
            Orders orders,
            JdbcClient jdbc,
            DurableTasks tasks,
            TransactionTemplate transaction,
            Clock clock) {
        this.provider = provider;
        this.orders = orders;
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A stranger costs no more than the look at a signature.
    public void receive(String payload, String signature) {
        var notice = provider.read(payload, signature);
        transaction.executeWithoutResult(_ -> {
            if (isNew(notice)) {
                follow(notice);
            }
        });
    }

    private void follow(Notice notice) {
        var order =
                notice.orderId() == null
                        ? null
                        : orders.findOneById(new OrderId(notice.orderId())).orElse(null);
        if (order == null) {
            log.info("Notice {} of type {} is about no order here", notice.id(), notice.type());
            return;
        }
        if (notice.declined()) {
            order.declined();
            orders.save(order);
        }
        tasks.soon(SalesTasks.ASK_PROVIDER, notice.id(), SalesTasks.About.order(order.id()));
    }

    private boolean isNew(Notice notice) {
        return jdbc.sql(
                                """
                                insert into provider_event (id, type, order_id, received_at)
                                values (:id, :type, :order, :now) on conflict do nothing
                                """)
                        .param("id", notice.id())
                        .param("type", notice.type())
                        .param("order", notice.orderId())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
