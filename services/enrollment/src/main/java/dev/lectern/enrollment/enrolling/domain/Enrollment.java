package dev.lectern.enrollment.enrolling.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// One learner's right to learn one course, pinned to the version that was offered when it was
/// granted.
@Entity
@Table(name = "enrollment")
public class Enrollment extends AbstractAggregateRoot<Enrollment> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EnrollmentId id;

    @Version private @Nullable Long version;

    private UUID learnerId;

    @AttributeOverride(name = "value", column = @Column(name = "run_id"))
    private RunId runId;

    private UUID courseId;
    private int courseVersion;

    @AttributeOverride(name = "value", column = @Column(name = "order_id"))
    private @Nullable OrderId orderId;

    @Enumerated(EnumType.STRING)
    private EnrollmentStatus status;

    private Instant grantedAt;
    private @Nullable Instant expiresAt;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Enrollment() {}

    private Enrollment(UUID learner, Run run, OfferedCourse course, Instant now) {
        this.id = EnrollmentId.next();
        this.learnerId = learner;
        this.runId = run.id();
        this.courseId = course.courseId();
        this.courseVersion = course.version();
        this.status = EnrollmentStatus.ACTIVE;
        this.grantedAt = now;
    }

    /// Enrolls a learner in a free course.
    public static Enrollment inFreeCourse(
            UUID learner, Run run, OfferedCourse course, Instant now) {
        course.requireOffered();
        if (!course.isFree()) {
            throw EnrollmentRefused.paymentRequired();
        }
        run.takeSeat(now);
        var enrollment = new Enrollment(learner, run, course, now);
        enrollment.registerEvent(new EnrollmentEvent.Granted(enrollment));
        return enrollment;
    }

    /// Enrolls the learner of a paid order. Its hold gives the seat; where the hold has run out
    /// since, a free seat does.
    public static Enrollment forOrder(
            OrderId order,
            UUID learner,
            Run run,
            OfferedCourse course,
            @Nullable SeatHold hold,
            Instant now) {
        if (hold != null && hold.isHeld()) {
            hold.use(run);
        } else {
            run.takeSeat(now);
        }
        var enrollment = new Enrollment(learner, run, course, now);
        enrollment.orderId = order;
        enrollment.registerEvent(new EnrollmentEvent.Granted(enrollment));
        return enrollment;
    }

    /// Lets the enrollment end at this time.
    public Enrollment endingAt(Instant end) {
        expiresAt = end;
        return this;
    }

    /// Takes access away for the time being. Already suspended: nothing more to say.
    public void suspend() {
        switch (status) {
            case ACTIVE -> become(EnrollmentStatus.SUSPENDED, new EnrollmentEvent.Suspended(this));
            case SUSPENDED -> {}
            case REVOKED, EXPIRED -> throw EnrollmentRefused.notInForce(status);
        }
    }

    /// Gives suspended access back. Never suspended, or over meanwhile: nothing to give.
    public void restore() {
        switch (status) {
            case SUSPENDED -> become(EnrollmentStatus.ACTIVE, new EnrollmentEvent.Restored(this));
            case ACTIVE, EXPIRED -> {}
            case REVOKED -> throw EnrollmentRefused.notInForce(status);
        }
    }

    /// Takes access away for good and frees the seat. Already revoked, or over since: nothing is
    /// left to take.
    public void revoke(Run run) {
        switch (status) {
            case ACTIVE, SUSPENDED -> {
                run.freeSeat();
                become(EnrollmentStatus.REVOKED, new EnrollmentEvent.Revoked(this));
            }
            case REVOKED, EXPIRED -> {}
        }
    }

    /// Ends the enrollment when its time is over and frees the seat. Before that time, or when it
    /// has ended otherwise, a timer that fires is late or early and changes nothing.
    public void expire(Run run, Instant now) {
        if (expiresAt == null || now.isBefore(expiresAt)) {
            return;
        }
        switch (status) {
            case ACTIVE, SUSPENDED -> {
                run.freeSeat();
                become(EnrollmentStatus.EXPIRED, new EnrollmentEvent.Expired(this));
            }
            case REVOKED, EXPIRED -> {}
        }
    }

    private void become(EnrollmentStatus next, EnrollmentEvent event) {
        status = next;
        registerEvent(event);
    }

    public EnrollmentId id() {
        return id;
    }

    public UUID learnerId() {
        return learnerId;
    }

    public RunId runId() {
        return runId;
    }

    public UUID courseId() {
        return courseId;
    }

    public int courseVersion() {
        return courseVersion;
    }

    public @Nullable OrderId orderId() {
        return orderId;
    }

    public EnrollmentStatus status() {
        return status;
    }

    public Instant grantedAt() {
        return grantedAt;
    }

    public @Nullable Instant expiresAt() {
        return expiresAt;
    }
}
