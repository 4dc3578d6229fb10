package dev.lectern.payment.selling.application;

import dev.lectern.common.trace.Traces;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.RefundId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets work that follows from an order belong to the trace it was placed in, however much later
/// and by whatever it is begun.
@Component
public class PurchaseTraces {

    private final Traces traces;
    private final JdbcClient jdbc;

    PurchaseTraces(Traces traces, JdbcClient jdbc) {
        this.traces = traces;
        this.jdbc = jdbc;
    }

    /// @param name of the span
    public void within(OrderId order, String name, Runnable work) {
        within("select traceparent from orders where id = :id", order.value(), name, work);
    }

    /// @param name of the span
    public void within(RefundId refund, String name, Runnable work) {
        within(
                "select o.traceparent from orders o join refund r on r.order_id = o.id where r.id = :id",
                refund.value(),
                name,
                work);
    }

    private void within(String sql, UUID id, String name, Runnable work) {
        var traceparent = jdbc.sql(sql).param("id", id).query(String.class).optional();
        traces.within(traceparent.orElse(null), name, work);
    }
}
