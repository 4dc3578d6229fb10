package dev.lectern.enrollment.enrolling.domain;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/// All paid orders that got no seat.
public interface RefusedOrders extends Repository<RefusedOrder, OrderId> {

    RefusedOrder save(RefusedOrder order);

    Optional<RefusedOrder> findById(OrderId order);
}
