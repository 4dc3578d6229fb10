package dev.lectern.payment.selling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.Orders;
import dev.lectern.payment.selling.domain.Refund;
import dev.lectern.payment.selling.domain.RefundReason;
import dev.lectern.payment.selling.domain.Refunds;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Somebody wants money back, or nothing could be given for it.
@Service
@Transactional
public class RequestingRefunds {

    private final Orders orders;
    private final Refunds refunds;
    private final Clock clock;

    RequestingRefunds(Orders orders, Refunds refunds, Clock clock) {
        this.orders = orders;
        this.refunds = refunds;
        this.clock = clock;
    }

    /// What a learner asks for.
    public record RequestRefund(OrderId order, RefundReason reason, @Nullable String note) {}

    public UUID onDemand(RequestRefund command, Caller caller) {
        var order =
                orders.findOneById(command.order())
                        .filter(found -> found.learnerId().equals(caller.id()))
                        .orElseThrow(GenericRefusal::notFound);
        var refund = Refund.onDemand(order, command.reason(), command.note(), clock.instant());
        orders.save(order);
        return refunds.save(refund).id().value();
    }

    /// What support grants.
    ///
    /// @param amount in minor units, null for all that is left
    /// @param overriding whether time and what was learned do not matter
    /// @param note why, for the record
    public record GrantRefund(
            OrderId order,
            @Nullable Long amount,
            RefundReason reason,
            String note,
            boolean overriding) {}

    public UUID bySupport(GrantRefund command, Caller caller) {
        caller.requireAny(SupportViews.STAFF);
        var order = orders.findOneById(command.order()).orElseThrow(GenericRefusal::notFound);
        var refund =
                Refund.bySupport(
                        order,
                        command.amount(),
                        command.reason(),
                        command.note(),
                        command.overriding(),
                        caller.id(),
                        clock.instant());
        orders.save(order);
        return refunds.save(refund).id().value();
    }

    /// Enrollment had no seat for what was paid.
    public void unfulfilled(UUID id) {
        var order = orders.findOneById(new OrderId(id)).orElseThrow(GenericRefusal::notFound);
        var refund = Refund.unfulfilled(order, clock.instant());
        if (refund != null) {
            orders.save(order);
            refunds.save(refund);
        }
    }
}
