package dev.lectern.payment.selling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.trace.Traces;
import dev.lectern.payment.coupons.application.UsingCoupons;
import dev.lectern.payment.pricing.application.PricingSettings;
import dev.lectern.payment.selling.domain.NewOrder;
import dev.lectern.payment.selling.domain.Offer;
import dev.lectern.payment.selling.domain.Order;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.OrderRefused;
import dev.lectern.payment.selling.domain.OrderStatus;
import dev.lectern.payment.selling.domain.Orders;
import dev.lectern.payment.selling.domain.Terms;
import java.time.Clock;
import java.time.Instant;
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
    private final UsingCoupons coupons;
    private final PricingSettings settings;
    private final JdbcClient jdbc;
    private final Traces traces;
    private final Clock clock;

    PlacingOrders(
            KeepingOffers offers,
            Orders orders,
            UsingCoupons coupons,
            PricingSettings settings,
            JdbcClient jdbc,
            Traces traces,
            Clock clock) {
        this.offers = offers;
        this.orders = orders;
        this.coupons = coupons;
        this.settings = settings;
        this.jdbc = jdbc;
        this.traces = traces;
        this.clock = clock;
    }

    /// What a learner asks for.
    public record Place(UUID run, @Nullable String couponCode) {}

    public UUID place(Place command, Caller caller) {
        var offer = offers.of(command.run()).orElseThrow(GenericRefusal::notFound);
        orders.findByLearnerIdAndItemRunIdAndStatus(caller.id(), command.run(), OrderStatus.PENDING)
                .ifPresent(open -> {
                    throw OrderRefused.orderOpen(open.id().value());
                });
        var id = OrderId.next();
        var order =
                Order.place(
                        newOrder(id, caller.id()),
                        discounted(offer, id, command.couponCode(), caller),
                        clock.instant());
        return orders.save(order).id().value();
    }

    /// A seat that enrollment keeps for somebody who waited for it.
    ///
    /// @param order the order it is kept for
    /// @param until when
    public record SeatOffer(OrderId order, UUID learner, UUID run, Instant until) {}

    /// Places the order of a seat that was waited for, at the price of now. Told again, it is
    /// there.
    public void offered(SeatOffer seat) {
        if (orders.findOneById(seat.order()).isPresent()) {
            return;
        }
        // The course may still be on its way here: then the message is tried again.
        var offer =
                offers.of(seat.run())
                        .orElseThrow(() -> new IllegalStateException("not told of " + seat.run()));
        var other =
                orders.findByLearnerIdAndItemRunIdAndStatus(
                        seat.learner(), seat.run(), OrderStatus.PENDING);
        var order =
                Order.offered(
                        newOrder(seat.order(), seat.learner()),
                        offer,
                        seat.until(),
                        clock.instant());
        if (other.isPresent()) {
            order.notNeeded();
        }
        orders.save(order);
    }

    /// Nobody wants the seat that was kept for an order. Who is on the page to pay it may go on.
    public void turnedDown(OrderId id) {
        var order =
                orders.findOneById(id)
                        .orElseThrow(() -> new IllegalStateException("not offered yet: " + id));
        order.expireUnlessInCheckout();
        orders.save(order);
    }

    private Offer.Discounted discounted(
            Offer offer, OrderId order, @Nullable String couponCode, Caller caller) {
        if (couponCode == null) {
            return offer.asItIs();
        }
        var used =
                coupons.use(
                        couponCode, order.value(), caller.id(), offer.courseId(), offer.price());
        return offer.less(used.off(), used.code());
    }

    private NewOrder newOrder(OrderId id, UUID learner) {
        return new NewOrder(id, learner, nextNumber(), terms(), traces.current());
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
