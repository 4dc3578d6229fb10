package dev.lectern.enrollment.enrolling.domain;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/// All seats that are or were held for orders.
public interface SeatHolds extends Repository<SeatHold, OrderId> {

    SeatHold save(SeatHold hold);

    Optional<SeatHold> findById(OrderId order);
}
