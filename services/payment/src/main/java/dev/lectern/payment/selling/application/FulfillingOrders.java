package dev.lectern.payment.selling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.Orders;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What enrollment gave for an order, and what is gone of it since. Free enrollments are none of
/// this service's.
@Service
@Transactional
public class FulfillingOrders {

    private static final Set<String> OVER = Set.of("REVOKED", "EXPIRED");

    private final Orders orders;

    FulfillingOrders(Orders orders) {
        this.orders = orders;
    }

    public void granted(EnrollmentGranted granted) {
        if (granted.orderId() == null) {
            return;
        }
        var order =
                orders.findOneById(new OrderId(granted.orderId()))
                        .orElseThrow(GenericRefusal::notFound);
        order.granted(granted.enrollmentId());
        if (OVER.contains(granted.status())) {
            order.accessEnded();
        }
        orders.save(order);
    }

    /// @param id the order access came with, null for a free one
    public void accessEnded(@Nullable UUID id) {
        if (id == null) {
            return;
        }
        var order = orders.findOneById(new OrderId(id)).orElseThrow(GenericRefusal::notFound);
        order.accessEnded();
        orders.save(order);
    }
}
