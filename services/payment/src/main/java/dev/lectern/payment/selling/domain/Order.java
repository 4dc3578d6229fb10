package dev.lectern.payment.selling.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// One learner's purchase of a place in a run. Its price and terms are those of the moment it was
/// placed. What it hears of money and access it may hear twice, late and in any order: it only ever
/// moves forward.
@Entity
@Table(name = "orders")
public class Order extends AbstractAggregateRoot<Order> {

    /// How long a seat is kept for a buyer who comes by.
    public static final Duration TIME_TO_PAY = Duration.ofMinutes(15);

    /// How long after the payment it is given back on demand.
    public static final Duration REFUND_WINDOW = Duration.ofDays(30);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private OrderId id;

    @Version private @Nullable Long version;

    private String number;
    private UUID learnerId;

    @AttributeOverride(name = "id.value", column = @Column(name = "item_id"))
    private Item item;

    private Terms terms;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    /// Shown to its buyer, by what reads the table.
    @SuppressWarnings("UnusedVariable")
    private Instant createdAt;

    @AttributeOverride(name = "keptUntil", column = @Column(name = "hold_expires_at"))
    @AttributeOverride(name = "held", column = @Column(name = "seat_held"))
    private Seat seat;

    @AttributeOverride(name = "startedAt", column = @Column(name = "checkout_started_at"))
    @AttributeOverride(name = "id", column = @Column(name = "checkout_id"))
    @AttributeOverride(name = "url", column = @Column(name = "checkout_url"))
    private @Nullable Checkout checkout;

    @AttributeOverride(name = "id", column = @Column(name = "payment_id"))
    @AttributeOverride(name = "at", column = @Column(name = "paid_at"))
    @AttributeOverride(name = "captured.amount", column = @Column(name = "captured_amount"))
    @AttributeOverride(name = "captured.currency", column = @Column(name = "captured_currency"))
    @AttributeOverride(name = "refunded", column = @Column(name = "refunded_amount"))
    @AttributeOverride(name = "returning", column = @Column(name = "returning_amount"))
    private @Nullable Payment payment;

    private @Nullable UUID enrollmentId;
    private boolean accessEnded;

    /// For whoever does something about it later, who reads the table.
    @SuppressWarnings("UnusedVariable")
    private @Nullable String traceparent;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    private Order(NewOrder wanted, Offer.Discounted sold, Seat seat, Instant now) {
        this.id = wanted.id();
        this.number = wanted.number();
        this.learnerId = wanted.learner();
        this.item = Item.of(sold);
        this.terms = wanted.terms();
        this.status = OrderStatus.PENDING;
        this.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
        this.seat = seat;
        this.traceparent = wanted.traceparent();
    }

    /// Orders what is offered, as it is offered to this buyer now.
    public static Order place(NewOrder wanted, Offer.Discounted sold, Instant now) {
        sold.offer().requireNotFree();
        return new Order(wanted, sold, Seat.wanted(now.plus(TIME_TO_PAY)), now).placed();
    }

    /// Orders what somebody has waited for: a seat is kept already.
    ///
    /// @param wanted under the id for which it is
    /// @param until when
    public static Order offered(NewOrder wanted, Offer offer, Instant until, Instant now) {
        offer.requireNotFree();
        return new Order(wanted, offer.asItIs(), Seat.wanted(until).kept(), now).placed();
    }

    private Order placed() {
        registerEvent(new OrderEvent.Placed(this));
        return this;
    }

    /// The buyer has another order for the run: the seat that was kept for this one goes back.
    public void notNeeded() {
        if (status == OrderStatus.PENDING) {
            seat = seat.refused("ORDER_OPEN");
            status = OrderStatus.CANCELLED;
            registerEvent(new OrderEvent.SeatUnneeded(this));
        }
    }

    /// Enrollment keeps a seat. Where the order is closed meanwhile the seat goes back.
    public void seatHeld() {
        if (status == OrderStatus.PENDING) {
            seat = seat.kept();
        } else if (status == OrderStatus.EXPIRED) {
            registerEvent(new OrderEvent.SeatUnneeded(this));
        }
    }

    /// Enrollment has no seat for it.
    ///
    /// @param code why, as enrollment says it
    public void seatRefused(String code) {
        if (status == OrderStatus.PENDING) {
            seat = seat.refused(code);
            status = OrderStatus.CANCELLED;
            registerEvent(new OrderEvent.Cancelled(this));
        }
    }

    /// The buyer goes to pay. Where to come back to is settled the first time.
    public void startCheckout(String returnTo, Instant now) {
        requirePayable(now);
        if (checkout == null && !isCovered()) {
            checkout = Checkout.begun(returnTo, now);
            registerEvent(new OrderEvent.CheckoutStarted(this));
        }
    }

    /// Refuses what can no longer be paid.
    public void requirePayable(Instant now) {
        switch (status) {
            case PENDING -> {
                if (seat.isOver(now)) {
                    throw OrderRefused.holdExpired();
                }
            }
            case EXPIRED -> throw OrderRefused.holdExpired();
            case CANCELLED,
                    PAID,
                    FULFILLED,
                    REFUND_PENDING,
                    REFUNDED,
                    PARTIALLY_REFUNDED,
                    UNDER_REVIEW ->
                    throw OrderRefused.closed(status);
        }
    }

    /// Whether a coupon covers all of it, so that nothing is to be paid.
    public boolean isCovered() {
        return item.isCovered();
    }

    /// The buyer takes what a coupon covers. Doing so again changes nothing.
    public void covered(Instant now) {
        if (!isCovered()) {
            throw new IllegalStateException(number + " is to be paid: " + id);
        }
        if (status == OrderStatus.PENDING) {
            requirePayable(now);
            payment = Payment.ofNothing(item.price(), now);
            status = OrderStatus.PAID;
            registerEvent(new OrderEvent.Paid(this));
        } else if (payment == null) {
            requirePayable(now);
        }
    }

    /// The provider has a page for it now.
    public void checkoutOpened(String name, @Nullable String url) {
        checkout = begunCheckout().opened(name, url);
    }

    /// A card was declined. The buyer may try another.
    public void declined() {
        registerEvent(new OrderEvent.Declined(this));
    }

    /// The provider has the money. It counts whenever it arrives; where it is not the amount of the
    /// order a person looks into it and nothing is granted.
    public void paid(Captured captured, Instant now) {
        switch (status) {
            case PENDING, EXPIRED, CANCELLED -> {
                payment = Payment.of(captured, now);
                if (isPaidAsAsked()) {
                    status = OrderStatus.PAID;
                    registerEvent(new OrderEvent.Paid(this));
                } else {
                    status = OrderStatus.UNDER_REVIEW;
                    registerEvent(new OrderEvent.Mismatched(this, captured.money()));
                }
            }
            case PAID, FULFILLED, REFUND_PENDING, REFUNDED, PARTIALLY_REFUNDED, UNDER_REVIEW -> {}
        }
    }

    /// Nobody has paid in time.
    public void expire() {
        if (status == OrderStatus.PENDING) {
            status = OrderStatus.EXPIRED;
            registerEvent(new OrderEvent.Expired(this));
        }
    }

    /// Nobody has paid in time, and nobody could: no buyer was sent to the provider.
    public void expireUnlessInCheckout() {
        if (!wentToCheckout()) {
            expire();
        }
    }

    /// Nobody has answered that it was paid: it is said again.
    public void tellPaidAgain() {
        if (status == OrderStatus.PAID) {
            registerEvent(new OrderEvent.StillPaid(this));
        }
    }

    /// The learner may learn.
    public void granted(UUID enrollment) {
        enrollmentId = enrollment;
        switch (status) {
            case PAID -> status = OrderStatus.FULFILLED;
            case FULFILLED, REFUND_PENDING, REFUNDED, PARTIALLY_REFUNDED, UNDER_REVIEW -> {}
            case PENDING, EXPIRED, CANCELLED ->
                    throw new IllegalStateException(number + " was granted and not paid: " + id);
        }
    }

    /// What it gave is gone: revoked, or over.
    public void accessEnded() {
        accessEnded = true;
        finishRefund();
    }

    /// The learner wants back what is left of the money.
    void startRefund(Instant now) {
        requireRefundable();
        requireInWindow(now);
        send(payment().giveBack(null));
    }

    /// Support gives back a part of the money, or what is left of it. A part is a gift: when the
    /// order was paid does not matter.
    ///
    /// @param amount in minor units, null for all that is left
    /// @param overriding whether neither the time matters nor what came of the order
    void startRefundBySupport(@Nullable Long amount, boolean overriding, Instant now) {
        var isHeld = overriding && status == OrderStatus.UNDER_REVIEW;
        if (!isHeld) {
            requireRefundable();
        }
        var returning = payment().giveBack(amount);
        if (!returning.returnsAPart()) {
            if (!overriding) {
                requireInWindow(now);
            }
        } else if (isHeld) {
            // Money that is not the amount of its order goes back whole.
            throw OrderRefused.closed(status);
        }
        send(returning);
    }

    private void requireRefundable() {
        switch (status) {
            case FULFILLED, PARTIALLY_REFUNDED -> {}
            case PAID -> throw OrderRefused.stillFulfilling();
            case REFUND_PENDING ->
                    throw payment().returnsAPart()
                            ? OrderRefused.refundInProgress()
                            : OrderRefused.alreadyRefunded();
            case REFUNDED -> throw OrderRefused.alreadyRefunded();
            case PENDING, EXPIRED, CANCELLED, UNDER_REVIEW -> throw OrderRefused.closed(status);
        }
    }

    private void requireInWindow(Instant now) {
        if (!payment().isWithin(REFUND_WINDOW, now)) {
            throw OrderRefused.windowPassed();
        }
    }

    private void send(Payment returning) {
        payment = returning;
        status = OrderStatus.REFUND_PENDING;
    }

    /// Enrollment has nothing to give for the money.
    ///
    /// @return whether the money is still to be given back
    boolean startOwnRefund() {
        return switch (status) {
            case PAID -> {
                send(payment().giveBack(null));
                yield true;
            }
            case REFUND_PENDING, REFUNDED, UNDER_REVIEW -> false;
            case FULFILLED, PARTIALLY_REFUNDED, PENDING, EXPIRED, CANCELLED ->
                    throw new IllegalStateException(number + " is " + status + ", not paid: " + id);
        };
    }

    /// The money stays here: the learner has done too much, or the provider could not send it. The
    /// order is as it was.
    void refundRejected() {
        payment = payment().kept();
        status = enrollmentId == null ? OrderStatus.UNDER_REVIEW : whileItIsKept();
    }

    void refundSettled() {
        payment = payment().returned();
        if (payment.isBack()) {
            finishRefund();
        } else {
            status = whileItIsKept();
        }
    }

    private OrderStatus whileItIsKept() {
        return payment().refunded() == 0 ? OrderStatus.FULFILLED : OrderStatus.PARTIALLY_REFUNDED;
    }

    /// All money is back and access is gone; before both are, it is not refunded.
    private void finishRefund() {
        if (status == OrderStatus.REFUND_PENDING
                && payment().isBack()
                && (accessEnded || enrollmentId == null)) {
            status = OrderStatus.REFUNDED;
        }
    }

    public OrderId id() {
        return id;
    }

    public String number() {
        return number;
    }

    public UUID learnerId() {
        return learnerId;
    }

    public Item item() {
        return item;
    }

    public Terms terms() {
        return terms;
    }

    public OrderStatus status() {
        return status;
    }

    public Seat seat() {
        return seat;
    }

    /// Whether a buyer was ever sent to pay: then the provider may know more than this.
    public boolean wentToCheckout() {
        return checkout != null;
    }

    /// Whether money may still arrive that is not known of here.
    public boolean awaitsMoney() {
        return wentToCheckout() && (status == OrderStatus.PENDING || status == OrderStatus.EXPIRED);
    }

    /// What the provider is asked for; the same each time, as the key of the request is.
    public CheckoutWish checkoutWish() {
        return new CheckoutWish(
                id,
                item.title(),
                item.price(),
                begunCheckout().returnPath(),
                begunCheckout().endsAfter(seat.keptUntil()));
    }

    private Checkout begunCheckout() {
        if (checkout == null) {
            throw new IllegalStateException("nobody went to pay " + id);
        }
        return checkout;
    }

    public @Nullable String checkoutId() {
        return checkout == null ? null : checkout.id();
    }

    public @Nullable String checkoutUrl() {
        return checkout == null ? null : checkout.url();
    }

    public boolean isPaid() {
        return payment != null;
    }

    /// The money that came for it.
    public Payment payment() {
        if (payment == null) {
            throw new IllegalStateException("never paid: " + id);
        }
        return payment;
    }

    /// Whether what was paid is what was asked for.
    boolean isPaidAsAsked() {
        return payment().captured().equals(item.price());
    }

    /// What it gave, null before it gave anything.
    public @Nullable UUID enrollmentId() {
        return enrollmentId;
    }
}
