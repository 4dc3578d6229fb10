package dev.lectern.payment.selling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.payment.selling.domain.Order;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.Orders;
import dev.lectern.payment.selling.domain.Refund;
import dev.lectern.payment.selling.domain.RefundId;
import dev.lectern.payment.selling.domain.Refunds;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The short transactions between the remote calls of a process. The order's row is locked in each,
/// so of two that hear of it at once the second sees what the first did.
@Service
@Transactional
class OrderSteps {

    private final Orders orders;
    private final Refunds refunds;

    OrderSteps(Orders orders, Refunds refunds) {
        this.orders = orders;
        this.refunds = refunds;
    }

    @Transactional(readOnly = true)
    Order now(OrderId id) {
        return orders.findById(id).orElseThrow(GenericRefusal::notFound);
    }

    /// Lets something happen to an order.
    ///
    /// @return how it is after
    Order then(OrderId id, Consumer<Order> step) {
        var order = locked(id);
        step.accept(order);
        return orders.save(order);
    }

    @Transactional(readOnly = true)
    Refund now(RefundId id) {
        return refunds.findById(id).orElseThrow(GenericRefusal::notFound);
    }

    /// Lets something happen to a refund, and through it to its order.
    ///
    /// @param known the refund as it was read
    /// @return how it is after
    Refund then(Refund known, BiConsumer<Refund, Order> step) {
        var order = locked(known.orderId());
        var refund = now(known.id());
        step.accept(refund, order);
        orders.save(order);
        return refunds.save(refund);
    }

    private Order locked(OrderId id) {
        return orders.findOneById(id).orElseThrow(GenericRefusal::notFound);
    }
}
