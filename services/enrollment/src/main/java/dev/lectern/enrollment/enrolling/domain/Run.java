package dev.lectern.enrollment.enrolling.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// The seats of one run. Taken and held seats together never exceed the capacity: whoever changes
/// them holds the row, so two can never take the last one.
@Entity
@Table(name = "run")
public class Run extends AbstractAggregateRoot<Run> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RunId id;

    @Version private @Nullable Long version;

    private UUID courseId;
    private @Nullable Instant opensAt;
    private @Nullable Instant closesAt;

    /// No capacity is no limit.
    private @Nullable Integer capacity;

    private int taken;
    private int held;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Run() {}

    private Run(RunId id, UUID courseId) {
        this.id = id;
        this.courseId = courseId;
    }

    /// A run as course opens it: without a limit until its author sets one.
    public static Run of(RunId id, UUID courseId) {
        return new Run(id, courseId);
    }

    /// Moves the window in which people can enroll; seats that are taken stay taken.
    public void reschedule(@Nullable Instant opens, @Nullable Instant closes) {
        opensAt = opens;
        closesAt = closes;
    }

    /// Sets how many seats there are; null lifts the limit.
    public void limitTo(@Nullable Integer seats) {
        if (seats != null && seats < inUse()) {
            throw EnrollmentRefused.capacityBelowTaken(inUse());
        }
        capacity = seats;
        seatsChanged();
    }

    /// Gives a seat to somebody who enrolls now.
    void takeSeat(Instant now) {
        requireOpen(now);
        requireFree();
        taken++;
        seatsChanged();
    }

    /// Keeps a seat for an order that is being paid.
    void holdSeat(Instant now) {
        requireOpen(now);
        requireFree();
        held++;
        seatsChanged();
    }

    /// Turns a held seat into a taken one. The run may have closed since: the seat was promised.
    void sellHeldSeat() {
        held--;
        taken++;
        seatsChanged();
    }

    /// Gives a held seat back.
    void releaseHeldSeat() {
        held--;
        seatsChanged();
    }

    /// Frees the seat of an enrollment that ended.
    void freeSeat() {
        taken--;
        seatsChanged();
    }

    void requireOpen(Instant now) {
        if (opensAt != null && now.isBefore(opensAt)) {
            throw EnrollmentRefused.notOpenYet(opensAt);
        }
        if (closesAt != null && !now.isBefore(closesAt)) {
            throw EnrollmentRefused.closed();
        }
    }

    private void requireFree() {
        if (!hasFreeSeat()) {
            throw EnrollmentRefused.soldOut(id);
        }
    }

    boolean hasFreeSeat() {
        return capacity == null || inUse() < capacity;
    }

    /// Whether somebody who waits can have a seat now.
    public boolean canSeat(Instant now) {
        return hasFreeSeat()
                && (opensAt == null || !now.isBefore(opensAt))
                && (closesAt == null || now.isBefore(closesAt));
    }

    private int inUse() {
        return taken + held;
    }

    private void seatsChanged() {
        registerEvent(new RunEvent.SeatsChanged(this));
    }

    public RunId id() {
        return id;
    }

    public UUID courseId() {
        return courseId;
    }

    public @Nullable Integer capacity() {
        return capacity;
    }

    public int taken() {
        return taken;
    }

    public int held() {
        return held;
    }
}
