package dev.lectern.enrollment.enrolling.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// A paid order that got no seat. The answer is kept: told again that the order was paid, the same
/// one is given, because the money may be on its way back.
@Entity
@Table(name = "refused_order")
public class RefusedOrder extends AbstractAggregateRoot<RefusedOrder> {

    /// Whoever took the money of this order must give it back.
    public record GrantRefused(RefusedOrder order) {}

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "order_id"))
    private OrderId orderId;

    @Version private @Nullable Long version;

    private UUID learnerId;

    @AttributeOverride(name = "value", column = @Column(name = "run_id"))
    private RunId runId;

    private String reason;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected RefusedOrder() {}

    private RefusedOrder(OrderId order, UUID learner, RunId run, String reason) {
        this.orderId = order;
        this.learnerId = learner;
        this.runId = run;
        this.reason = reason;
    }

    public static RefusedOrder of(
            OrderId order, UUID learner, RunId run, EnrollmentRefused reason) {
        return new RefusedOrder(order, learner, run, reason.code()).tell();
    }

    /// Gives the answer, for the first time or again.
    public RefusedOrder tell() {
        registerEvent(new GrantRefused(this));
        return this;
    }

    public OrderId orderId() {
        return orderId;
    }

    public UUID learnerId() {
        return learnerId;
    }

    public RunId runId() {
        return runId;
    }

    /// The code of the refusal.
    public String reason() {
        return reason;
    }
}
