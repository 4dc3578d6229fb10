package dev.lectern.payment.selling.domain;

import dev.lectern.payment.pricing.domain.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// Money of an order on its way back. First access is suspended, then the money is sent, then
/// access is revoked; where the money cannot be sent, access is given back. Where it is only a
/// part, which support gives, it is sent and nothing else happens.
@Entity
@Table(name = "refund")
public class Refund extends AbstractAggregateRoot<Refund> {

    /// Who has learned more of the course than this gets no money back on demand.
    public static final int MAX_PERCENT = 30;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RefundId id;

    @Version private @Nullable Long version;

    @AttributeOverride(name = "value", column = @Column(name = "order_id"))
    private OrderId orderId;

    private UUID learnerId;
    private UUID courseId;

    @Enumerated(EnumType.STRING)
    private RefundReason reason;

    /// For support, who read the table.
    @SuppressWarnings("UnusedVariable")
    private @Nullable String note;

    private Money money;

    /// Whether some of the money stays here, and access with it.
    private boolean partial;

    /// Whether support gives it back against the rule.
    private boolean overriding;

    /// For whoever asks later who gave it back, in the table. Null where nobody of the staff did.
    @SuppressWarnings("UnusedVariable")
    private @Nullable UUID grantedBy;

    @Enumerated(EnumType.STRING)
    private RefundStatus status;

    private @Nullable String rejectedBecause;
    private @Nullable String providerId;

    /// Shown to its buyer, by what reads the table.
    @SuppressWarnings("UnusedVariable")
    private Instant requestedAt;

    private @Nullable Instant settledAt;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Refund() {}

    private Refund(Order order, RefundReason reason, @Nullable String note, Instant now) {
        this.id = RefundId.next();
        this.orderId = order.id();
        this.learnerId = order.learnerId();
        this.courseId = order.item().courseId();
        this.reason = reason;
        this.note = note;
        this.money = order.payment().onItsWay();
        this.partial = order.payment().returnsAPart();
        this.status = partial ? RefundStatus.GRANTED : RefundStatus.REQUESTED;
        this.requestedAt = now.truncatedTo(ChronoUnit.MILLIS);
    }

    /// The learner wants back what is left. Whether too much was learned is asked next.
    public static Refund onDemand(
            Order order, RefundReason reason, @Nullable String note, Instant now) {
        order.startRefund(now);
        return begun(new Refund(order, reason, note, now));
    }

    /// Support gives money back.
    ///
    /// @param amount in minor units, null for all that is left
    /// @param note why, for the record
    /// @param overriding whether time and what was learned do not matter
    /// @param staff who does
    public static Refund bySupport(
            Order order,
            @Nullable Long amount,
            RefundReason reason,
            String note,
            boolean overriding,
            UUID staff,
            Instant now) {
        order.startRefundBySupport(amount, overriding, now);
        var refund = new Refund(order, reason, note, now);
        refund.overriding = overriding;
        refund.grantedBy = staff;
        return begun(refund);
    }

    /// Nothing was given for the money, so it goes back unasked.
    ///
    /// @return null where it is going back already
    public static @Nullable Refund unfulfilled(Order order, Instant now) {
        return order.startOwnRefund()
                ? begun(new Refund(order, RefundReason.NOT_FULFILLED, null, now))
                : null;
    }

    private static Refund begun(Refund refund) {
        refund.registerEvent(new RefundEvent.Requested(refund));
        return refund;
    }

    /// Nothing can be learned any more.
    public void accessSuspended() {
        if (status == RefundStatus.REQUESTED) {
            become(RefundStatus.ACCESS_SUSPENDED, new RefundEvent.Accepted(this));
        }
    }

    /// Access was over before, by whatever ended it. By the rule there is nothing to give back for.
    public void accessEndedBefore(Order order) {
        if (overriding) {
            accessSuspended();
        } else {
            refuse(order, "ENDED");
        }
    }

    /// It may not be.
    ///
    /// @param because CONSUMED or ENDED
    public void refuse(Order order, String because) {
        if (status == RefundStatus.REQUESTED) {
            rejectedBecause = because;
            become(RefundStatus.REFUSED, new RefundEvent.Refused(this));
            order.refundRejected();
        }
    }

    /// The provider knows of it.
    public void sent(String provider) {
        if (mayBeSent()) {
            providerId = provider;
            become(RefundStatus.SENT, new RefundEvent.Sent(this));
        }
    }

    /// Whether the provider can be told to send the money.
    public boolean mayBeSent() {
        return status == RefundStatus.ACCESS_SUSPENDED || status == RefundStatus.GRANTED;
    }

    /// Whether there is any money to send.
    public boolean isOfMoney() {
        return money.amount() > 0;
    }

    /// The money is on its way to the buyer, for good. Where there is none, nothing has to be sent.
    public void settle(Order order, Instant now) {
        if (status == RefundStatus.SENT
                || (status == RefundStatus.ACCESS_SUSPENDED && !isOfMoney())) {
            settledAt = now.truncatedTo(ChronoUnit.MILLIS);
            var before = order.payment().back();
            become(RefundStatus.SETTLED, new RefundEvent.Settled(this, order, before));
            order.refundSettled();
        }
    }

    /// The provider could not send the money.
    public void fail(Order order, String because) {
        if (mayBeSent() || status == RefundStatus.SENT) {
            rejectedBecause = because;
            become(RefundStatus.FAILED, new RefundEvent.Failed(this));
            order.refundRejected();
        }
    }

    private void become(RefundStatus next, RefundEvent event) {
        status = next;
        registerEvent(event);
    }

    public RefundId id() {
        return id;
    }

    public OrderId orderId() {
        return orderId;
    }

    public UUID learnerId() {
        return learnerId;
    }

    public UUID courseId() {
        return courseId;
    }

    public Money money() {
        return money;
    }

    public boolean isPartial() {
        return partial;
    }

    public RefundStatus status() {
        return status;
    }

    /// How much of the course may be done at most, null for any.
    public @Nullable Integer maxPercent() {
        return overriding || reason == RefundReason.NOT_FULFILLED ? null : MAX_PERCENT;
    }

    /// Why no money went back, null unless none did.
    public @Nullable String rejectedBecause() {
        return rejectedBecause;
    }

    /// What the provider calls it, null before it knows of it.
    public @Nullable String providerId() {
        return providerId;
    }

    /// When the money was sent for good, null before.
    public @Nullable Instant settledAt() {
        return settledAt;
    }
}
