package dev.lectern.enrollment.enrolling.domain;

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
import org.jspecify.annotations.Nullable;

/// A seat kept for an order while it is being paid. Payment ends a checkout after 15 minutes; the
/// longer time here is only the net for a payment service that died.
@Entity
@Table(name = "seat_hold")
public class SeatHold {

    private static final Duration NET = Duration.ofMinutes(45);

    enum Status {
        HELD,
        USED,
        RELEASED
    }

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "order_id"))
    private OrderId orderId;

    @Version private @Nullable Long version;

    @AttributeOverride(name = "value", column = @Column(name = "run_id"))
    private RunId runId;

    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private Status status;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected SeatHold() {}

    private SeatHold(OrderId order, Run run, Instant expiresAt) {
        this.orderId = order;
        this.runId = run.id();
        this.expiresAt = expiresAt;
        this.status = Status.HELD;
    }

    /// Takes a seat out of the free ones for an order.
    public static SeatHold of(OrderId order, Run run, Instant now) {
        run.holdSeat(now);
        return new SeatHold(order, run, now.plus(NET));
    }

    /// Takes a seat out of the free ones for an order that is offered to somebody who waited.
    ///
    /// @param until when payment ends the order, at the latest
    static SeatHold offered(OrderId order, Run run, Instant until, Instant now) {
        run.holdSeat(now);
        return new SeatHold(order, run, until.plus(NET));
    }

    /// Answers a repeated wish to hold: fine while the seat is kept or sold, refused once it was
    /// given back, because then somebody else may have it.
    public void confirm() {
        switch (status) {
            case HELD, USED -> {}
            case RELEASED -> throw EnrollmentRefused.holdExpired();
        }
    }

    /// Gives the seat back. A hold that was used or given back before has none to give.
    public void release(Run run) {
        switch (status) {
            case HELD -> {
                status = Status.RELEASED;
                run.releaseHeldSeat();
            }
            case USED, RELEASED -> {}
        }
    }

    /// Gives the seat back when nobody paid in time.
    public void expire(Run run, Instant now) {
        if (!now.isBefore(expiresAt)) {
            release(run);
        }
    }

    void use(Run run) {
        status = Status.USED;
        run.sellHeldSeat();
    }

    boolean isHeld() {
        return status == Status.HELD;
    }

    /// Whether the seat was given back.
    public boolean isReleased() {
        return status == Status.RELEASED;
    }

    public OrderId orderId() {
        return orderId;
    }

    public RunId runId() {
        return runId;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
