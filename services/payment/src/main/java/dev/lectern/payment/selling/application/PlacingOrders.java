package dev.lectern.payment.selling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.trace.Traces;
import dev.lectern.payment.pricing.application.PricingSettings;
import dev.lectern.payment.selling.domain.Order;
import dev.lectern.payment.selling.domain.OrderRefused;
import dev.lectern.payment.selling.domain.OrderStatus;
import dev.lectern.payment.selling.domain.Orders;
import dev.lectern.payment.selling.domain.Terms;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A learner wants a place in a run. What it costs is decided here and nowhere else.
@Service
@Transactional
public class PlacingOrders {

    private final KeepingOffers offers;
    private final Orders orders;
    private final PricingSettings settings;
    private final JdbcClient jdbc;
    private final Traces traces;
    private final Clock clock;

    PlacingOrders(
            KeepingOffers offers,
            Orders orders,
            PricingSettings settings,
            JdbcClient jdbc,
            Traces traces,
            Clock clock) {
        this.offers = offers;
        this.orders = orders;
        this.settings = settings;
        this.jdbc = jdbc;
        this.traces = traces;
        this.clock = clock;
    }

    /// What a learner asks for.
    public record Place(UUID run, @Nullable String couponCode) {}

    public UUID place(Place command, Caller caller) {
        var offer = offers.of(command.run()).orElseThrow(GenericRefusal::notFound);
        if (command.couponCode() != null) {
            throw OrderRefused.couponUnknown();
        }
        orders.findByLearnerIdAndRunIdAndStatus(caller.id(), command.run(), OrderStatus.PENDING)
                .ifPresent(open -> {
                    throw OrderRefused.orderOpen(open.id().value());
                });
        var order =
                Order.place(
                        caller.id(),
                        nextNumber(),
                        offer,
                        terms(),
                        traces.current(),
                        clock.instant());
        return orders.save(order).id().value();
    }

    private Terms terms() {
        return new Terms(
                settings.taxName(),
                settings.taxCountry(),
                settings.taxBasisPoints(),
                settings.sharePercent());
    }

    private String nextNumber() {
        var next = jdbc.sql("select nextval('order_number')").query(Long.class).single();
        return "L-%s-%06d".formatted(Year.now(clock.withZone(ZoneOffset.UTC)), next);
    }
}
