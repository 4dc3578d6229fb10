package dev.lectern.payment.selling.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/// All refunds. Whoever changes one has the row of its order locked.
public interface Refunds extends Repository<Refund, RefundId> {

    Refund save(Refund refund);

    Optional<Refund> findById(RefundId id);

    List<Refund> findByOrderIdAndStatusIn(OrderId order, Collection<RefundStatus> statuses);
}
