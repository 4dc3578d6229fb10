package dev.lectern.payment.selling.integration;

import dev.lectern.common.integration.CalleeRefused;
import dev.lectern.common.integration.ServiceClients;
import dev.lectern.payment.selling.application.Seats;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.integration.EnrollmentApi.HoldRequest;
import dev.lectern.payment.selling.integration.EnrollmentApi.SuspensionRequest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets enrollment decide about seats and access.
@Component
class SeatsInEnrollment implements Seats {

    private static final Set<String> NO_SEAT =
            Set.of("SOLD_OUT", "RUN_CLOSED", "ALREADY_ENROLLED", "HOLD_EXPIRED");

    private final EnrollmentApi enrollment;

    SeatsInEnrollment(ServiceClients clients) {
        this.enrollment = clients.client("enrollment", EnrollmentApi.class);
    }

    @Override
    public void hold(OrderId order, UUID run, UUID learner) {
        try {
            enrollment.hold(order.value(), new HoldRequest(run, learner));
        } catch (CalleeRefused refused) {
            if (NO_SEAT.contains(refused.code())) {
                throw new NoSeat(refused.code());
            }
            throw refused;
        }
    }

    @Override
    public void release(OrderId order) {
        enrollment.release(order.value());
    }

    @Override
    public Suspension suspend(OrderId order, @Nullable Integer maxPercent) {
        try {
            enrollment.suspend(order.value(), new SuspensionRequest(maxPercent));
            return Suspension.DONE;
        } catch (CalleeRefused refused) {
            return switch (refused.code()) {
                // It gave no access, so there is none to take.
                case "NOT_FOUND" -> Suspension.DONE;
                case "REFUND_NOT_ELIGIBLE" -> Suspension.CONSUMED;
                case "ENROLLMENT_NOT_IN_FORCE" -> Suspension.ENDED;
                default -> throw refused;
            };
        }
    }
}
