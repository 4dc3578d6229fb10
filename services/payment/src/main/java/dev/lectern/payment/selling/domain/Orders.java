package dev.lectern.payment.selling.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All orders.
public interface Orders extends Repository<Order, OrderId> {

    Order save(Order order);

    Optional<Order> findById(OrderId id);

    /// Locked: whatever else is told of the order waits, and finds it as it is then.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Order> findOneById(OrderId id);

    Optional<Order> findByLearnerIdAndItemRunIdAndStatus(
            UUID learner, UUID run, OrderStatus status);
}
