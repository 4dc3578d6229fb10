package dev.lectern.enrollment.enrolling.web;

import dev.lectern.enrollment.enrolling.application.HoldingSeats;
import dev.lectern.enrollment.enrolling.application.HoldingSeats.Hold;
import dev.lectern.enrollment.enrolling.application.SettingCapacity;
import dev.lectern.enrollment.enrolling.application.SettingCapacity.SetCapacity;
import dev.lectern.enrollment.enrolling.application.SuspendingForRefund;
import dev.lectern.enrollment.enrolling.domain.OrderId;
import dev.lectern.enrollment.enrolling.domain.RunId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Seats and what they give, for the services that sell them and set their number.
@RestController
@RequestMapping("/internal")
class SeatController {

    private final HoldingSeats holding;
    private final SuspendingForRefund suspending;
    private final SettingCapacity capacity;

    SeatController(HoldingSeats holding, SuspendingForRefund suspending, SettingCapacity capacity) {
        this.holding = holding;
        this.suspending = suspending;
        this.capacity = capacity;
    }

    /// @param learnerId who the seat is for
    record HoldRequest(@NotNull UUID runId, @NotNull UUID learnerId) {}

    /// @param maxPercent how much of the course may be done at most, null for any
    record SuspensionRequest(@Nullable @Min(0) @Max(100) Integer maxPercent) {}

    /// @param courseId the course the run belongs to, for a run that is not known here yet
    /// @param capacity how many seats there are in all, null for no limit
    record CapacityRequest(
            @NotNull UUID courseId, @Nullable @Positive @Max(1_000_000) Integer capacity) {}

    /// Keeps a seat for an order. May be repeated: the order is the key. 409 `SOLD_OUT`,
    /// `RUN_CLOSED`, `ALREADY_ENROLLED` or `HOLD_EXPIRED`; 404 for an unknown run.
    @PutMapping("/seat-holds/{orderId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void holdSeat(@PathVariable UUID orderId, @Valid @RequestBody HoldRequest request) {
        holding.hold(
                new Hold(new OrderId(orderId), new RunId(request.runId()), request.learnerId()));
    }

    /// Gives the seat of an order back. May be repeated; an order without a seat has nothing to
    /// give.
    @DeleteMapping("/seat-holds/{orderId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void releaseSeat(@PathVariable UUID orderId) {
        holding.release(new OrderId(orderId));
    }

    /// Takes the access an order has given, for a refund of it. May be repeated: the order is the
    /// key. 404 where it has given none; 409 `ENROLLMENT_NOT_IN_FORCE` where it has ended; 422
    /// `REFUND_NOT_ELIGIBLE` with `CONSUMED` where more than `maxPercent` of the course is done.
    @PutMapping("/order-access/{orderId}/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void suspendOrderAccess(
            @PathVariable UUID orderId, @Valid @RequestBody SuspensionRequest request) {
        suspending.suspend(new OrderId(orderId), request.maxPercent());
    }

    /// Sets how many seats a run has. A run that is not known yet is known from then on. 409
    /// `CAPACITY_BELOW_TAKEN`.
    @PutMapping("/runs/{runId}/capacity")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setRunCapacity(@PathVariable UUID runId, @Valid @RequestBody CapacityRequest request) {
        capacity.set(new SetCapacity(new RunId(runId), request.courseId(), request.capacity()));
    }
}
