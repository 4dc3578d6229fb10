package dev.lectern.payment.selling.application;

import dev.lectern.payment.pricing.domain.CoursePrice;
import dev.lectern.payment.selling.domain.OrderEvent;
import dev.lectern.payment.selling.domain.RefundEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// What the business counts: checkouts started, paid and failed, and the revenue, which is read
/// from the ledger so that it cannot differ from it. What a person must look into is counted and
/// logged as an error.
@Component
class SalesCounters {

    private static final Logger log = LoggerFactory.getLogger(SalesCounters.class);

    private final Counter started;
    private final Counter paid;
    private final Counter failed;
    private final Counter alerts;

    SalesCounters(MeterRegistry meters, JdbcClient jdbc) {
        started = checkouts(meters, "started", "Buyers sent to pay");
        paid = checkouts(meters, "paid", "Orders whose money arrived");
        failed = checkouts(meters, "failed", "Cards declined");
        alerts =
                Counter.builder("lectern.sales.alerts")
                        .description("Orders and refunds a person must look into")
                        .register(meters);
        CoursePrice.currencies().forEach(currency -> revenue(meters, jdbc, currency));
    }

    private static Counter checkouts(MeterRegistry meters, String what, String description) {
        return Counter.builder("lectern.checkouts." + what)
                .description(description)
                .register(meters);
    }

    private static void revenue(MeterRegistry meters, JdbcClient jdbc, String currency) {
        Gauge.builder("lectern.revenue", jdbc, ledger -> revenueIn(ledger, currency))
                .description("Sold and not refunded, tax included, in minor units")
                .tag("currency", currency)
                .register(meters);
    }

    private static double revenueIn(JdbcClient jdbc, String currency) {
        return jdbc.sql(
                        """
                        select coalesce(sum(credit - debit), 0) from ledger_line
                        where currency = :currency
                          and account in ('TAX_PAYABLE', 'AUTHORS_PAYABLE', 'PLATFORM_REVENUE')
                        """)
                .param("currency", currency)
                .query(Long.class)
                .single();
    }

    @TransactionalEventListener
    void count(OrderEvent happened) {
        switch (happened) {
            case OrderEvent.CheckoutStarted _ -> started.increment();
            case OrderEvent.Paid _ -> paid.increment();
            case OrderEvent.Declined _ -> failed.increment();
            case OrderEvent.Mismatched(var order, var money) ->
                    alert(
                            "Order {} is held: {} {} arrived instead of {}",
                            order.number(),
                            money.amount(),
                            money.currency(),
                            order.item().price());
            case OrderEvent.Placed _,
                    OrderEvent.Cancelled _,
                    OrderEvent.SeatUnneeded _,
                    OrderEvent.StillPaid _,
                    OrderEvent.Expired _ -> {}
        }
    }

    @TransactionalEventListener
    void count(RefundEvent happened) {
        if (happened instanceof RefundEvent.Failed(var refund)) {
            alert(
                    "Refund {} of order {} failed: {}",
                    refund.id().value(),
                    refund.orderId().value(),
                    refund.rejectedBecause());
        }
    }

    private void alert(String message, @Nullable Object... facts) {
        alerts.increment();
        log.error(message, facts);
    }
}
