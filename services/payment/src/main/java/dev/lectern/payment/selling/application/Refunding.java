package dev.lectern.payment.selling.application;

import dev.lectern.common.problem.Refusal;
import dev.lectern.payment.selling.application.PaymentProvider.RefundAtProvider;
import dev.lectern.payment.selling.application.PaymentProvider.RefundWish;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.OrderRefused;
import dev.lectern.payment.selling.domain.Refund;
import dev.lectern.payment.selling.domain.RefundId;
import dev.lectern.payment.selling.domain.RefundStatus;
import dev.lectern.payment.selling.domain.Refunds;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// The way of money back to its buyer: access is suspended, unless it is only a part, the money is
/// sent, and only then is anything final. Every step may be taken again after a crash anywhere.
@Service
public class Refunding {

    private static final Logger log = LoggerFactory.getLogger(Refunding.class);

    private final OrderSteps steps;
    private final Refunds refunds;
    private final Seats seats;
    private final PaymentProvider provider;
    private final Clock clock;

    Refunding(
            OrderSteps steps, Refunds refunds, Seats seats, PaymentProvider provider, Clock clock) {
        this.steps = steps;
        this.refunds = refunds;
        this.seats = seats;
        this.provider = provider;
        this.clock = clock;
    }

    /// Has it decided whether the money goes back, and throws where it does not. Where enrollment
    /// does not answer, it stays undecided and is asked again later.
    public void decide(RefundId id) {
        var refund = steps.now(id);
        try {
            refund = suspendAccess(refund);
        } catch (Refusal unavailable) {
            if (unavailable.kind() != Refusal.Kind.UNAVAILABLE) {
                throw unavailable;
            }
            log.warn("Refund {} is not decided yet: {}", id.value(), unavailable.detail());
        }
        if (refund.status() == RefundStatus.REFUSED && refund.rejectedBecause() != null) {
            throw OrderRefused.notEligible(refund.rejectedBecause());
        }
    }

    /// Takes all steps that can be taken now.
    ///
    /// @return whether nothing is left to do
    public boolean resume(RefundId id) {
        var refund = suspendAccess(steps.now(id));
        if (refund.mayBeSent()) {
            refund = send(refund);
        } else if (refund.status() == RefundStatus.SENT && refund.providerId() != null) {
            refund = follow(refund, provider.findRefund(refund.providerId()));
        }
        return refund.status() != RefundStatus.SENT;
    }

    /// Looks how the refunds of an order stand that were sent.
    public void resumeSent(OrderId order) {
        refunds.findByOrderIdAndStatusIn(order, List.of(RefundStatus.SENT))
                .forEach(refund -> resume(refund.id()));
    }

    private Refund suspendAccess(Refund refund) {
        if (refund.status() != RefundStatus.REQUESTED) {
            return refund;
        }
        var suspension =
                steps.now(refund.orderId()).enrollmentId() == null
                        ? Seats.Suspension.DONE
                        : seats.suspend(refund.orderId(), refund.maxPercent());
        return steps.then(
                refund,
                (now, order) -> {
                    switch (suspension) {
                        case DONE -> now.accessSuspended();
                        case CONSUMED -> now.refuse(order, suspension.name());
                        case ENDED -> now.accessEndedBefore(order);
                    }
                });
    }

    private Refund send(Refund refund) {
        if (!refund.isOfMoney()) {
            return steps.then(refund, (now, order) -> now.settle(order, clock.instant()));
        }
        var payment = steps.now(refund.orderId()).payment().id();
        if (payment == null) {
            throw new IllegalStateException("cost nothing: " + refund.orderId());
        }
        RefundAtProvider sent;
        try {
            sent =
                    provider.refund(
                            new RefundWish(
                                    refund.id().value(),
                                    refund.orderId().value(),
                                    payment,
                                    refund.money()));
        } catch (PaymentProvider.Refused refused) {
            return steps.then(refund, (now, order) -> now.fail(order, refused.reason()));
        }
        return follow(steps.then(refund, (now, order) -> now.sent(sent.id())), sent);
    }

    private Refund follow(Refund refund, RefundAtProvider found) {
        return switch (found.state()) {
            case PENDING -> refund;
            case SUCCEEDED ->
                    steps.then(refund, (now, order) -> now.settle(order, clock.instant()));
            case FAILED ->
                    steps.then(refund, (now, order) -> now.fail(order, "The bank sent it back."));
        };
    }
}
