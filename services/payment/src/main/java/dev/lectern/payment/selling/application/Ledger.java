package dev.lectern.payment.selling.application;

import dev.lectern.payment.selling.domain.Movement;
import dev.lectern.payment.selling.domain.OrderEvent;
import dev.lectern.payment.selling.domain.RefundEvent;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes down every movement of money, in the transaction in which it happens.
@Component
class Ledger {

    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void record(OrderEvent happened) {
        switch (happened) {
            case OrderEvent.Paid(var order) -> write(Movement.captured(order));
            case OrderEvent.Mismatched(var order, var money) ->
                    write(Movement.unapplied(order, money));
            case OrderEvent.Placed _,
                    OrderEvent.Cancelled _,
                    OrderEvent.SeatUnneeded _,
                    OrderEvent.CheckoutStarted _,
                    OrderEvent.Declined _,
                    OrderEvent.StillPaid _,
                    OrderEvent.Expired _ -> {}
        }
    }

    @EventListener
    void record(RefundEvent happened) {
        switch (happened) {
            case RefundEvent.Settled(var refund, var order, var before) ->
                    write(Movement.refunded(refund, order, before));
            case RefundEvent.Requested _,
                    RefundEvent.Accepted _,
                    RefundEvent.Refused _,
                    RefundEvent.Sent _,
                    RefundEvent.Failed _ -> {}
        }
    }

    private void write(Movement movement) {
        for (var line : movement.lines()) {
            jdbc.sql(
                            """
                            insert into ledger_line
                                (kind, reference, account, order_id, currency, debit, credit, at)
                            values (:kind, :reference, :account, :order, :currency, :debit, :credit, :at)
                            """)
                    .param("kind", movement.kind().name())
                    .param("reference", movement.reference())
                    .param("account", line.account().name())
                    .param("order", movement.orderId().value())
                    .param("currency", line.currency())
                    .param("debit", line.debit())
                    .param("credit", line.credit())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
