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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// A learner's place in the line for a seat of a run that is sold out. A seat that is freed goes to
/// whoever waits longest, and to nobody who comes by; what costs something is kept for 24 hours
/// until it is paid.
@Entity
@Table(name = "waitlist_entry")
public class WaitlistEntry extends AbstractAggregateRoot<WaitlistEntry> {

    /// How long a seat is kept for somebody who waited for it.
    public static final Duration TIME_TO_PAY = Duration.ofHours(24);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private WaitlistEntryId id;

    @Version private @Nullable Long version;

    @AttributeOverride(name = "value", column = @Column(name = "run_id"))
    private RunId runId;

    private UUID courseId;
    private UUID learnerId;

    /// Decides who is next, by what reads the table.
    @SuppressWarnings("UnusedVariable")
    private long number;

    @Enumerated(EnumType.STRING)
    private WaitlistStatus status;

    /// Shown to the learner, by what reads the table.
    @SuppressWarnings("UnusedVariable")
    private Instant joinedAt;

    @AttributeOverride(name = "value", column = @Column(name = "order_id"))
    private @Nullable OrderId orderId;

    private @Nullable Instant offeredUntil;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected WaitlistEntry() {}

    private WaitlistEntry(Run run, UUID learner, long number, Instant now) {
        this.id = WaitlistEntryId.next();
        this.runId = run.id();
        this.courseId = run.courseId();
        this.learnerId = learner;
        this.number = number;
        this.status = WaitlistStatus.WAITING;
        this.joinedAt = now;
    }

    /// Gets in line.
    ///
    /// @param number higher than that of anybody who waits already
    public static WaitlistEntry join(Run run, UUID learner, long number, Instant now) {
        run.requireOpen(now);
        if (run.hasFreeSeat()) {
            throw EnrollmentRefused.seatsAvailable();
        }
        var entry = new WaitlistEntry(run, learner, number, now);
        entry.become(WaitlistStatus.WAITING);
        return entry;
    }

    /// Keeps a seat for an order that is still to be placed, under the id it will have.
    public SeatHold offer(Run run, Instant now) {
        requireStatus(WaitlistStatus.WAITING);
        orderId = OrderId.next();
        offeredUntil = now.plus(TIME_TO_PAY);
        become(WaitlistStatus.OFFERED);
        return SeatHold.offered(orderId, run, offeredUntil, now);
    }

    /// The learner has a seat, by this offer or otherwise.
    public void seated() {
        become(WaitlistStatus.SEATED);
    }

    /// The seat that was kept is given to somebody else.
    public void lapse() {
        requireStatus(WaitlistStatus.OFFERED);
        become(WaitlistStatus.LAPSED);
    }

    /// Gets out of the line, or turns an offer down.
    public void leave() {
        if (!isOpen()) {
            throw EnrollmentRefused.notWaiting(status);
        }
        become(WaitlistStatus.LEFT);
    }

    private boolean isOpen() {
        return status == WaitlistStatus.WAITING || status == WaitlistStatus.OFFERED;
    }

    private void requireStatus(WaitlistStatus expected) {
        if (status != expected) {
            throw new IllegalStateException(id.value() + " is " + status + ", not " + expected);
        }
    }

    private void become(WaitlistStatus next) {
        status = next;
        registerEvent(new WaitlistChanged(this));
    }

    public WaitlistEntryId id() {
        return id;
    }

    public RunId runId() {
        return runId;
    }

    public UUID courseId() {
        return courseId;
    }

    public UUID learnerId() {
        return learnerId;
    }

    public WaitlistStatus status() {
        return status;
    }

    /// The order a seat is kept for, null where none ever was.
    public @Nullable OrderId orderId() {
        return orderId;
    }

    /// Until when it is to be paid, null where nothing was offered.
    public @Nullable Instant offeredUntil() {
        return offeredUntil;
    }
}
