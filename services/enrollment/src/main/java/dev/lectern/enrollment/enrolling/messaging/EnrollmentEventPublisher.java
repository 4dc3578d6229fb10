package dev.lectern.enrollment.enrolling.messaging;

import dev.lectern.common.event.Outbox;
import dev.lectern.enrollment.enrolling.domain.Enrollment;
import dev.lectern.enrollment.enrolling.domain.EnrollmentEvent;
import dev.lectern.enrollment.enrolling.domain.OrderId;
import dev.lectern.enrollment.enrolling.domain.RefusedOrder;
import dev.lectern.enrollment.enrolling.domain.RunEvent;
import dev.lectern.enrollment.enrolling.domain.WaitlistChanged;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGrantRefused;
import dev.lectern.events.enrollment.EnrollmentRestored;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSuspended;
import dev.lectern.events.enrollment.EnrollmentWaitlistChanged;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what leaves the house: every domain event, as its contract, in the same transaction. A
/// new one does not compile until it has a line here.
@Component
class EnrollmentEventPublisher {

    private final Outbox outbox;

    EnrollmentEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(EnrollmentEvent happened) {
        var enrollment = happened.enrollment();
        outbox.append(enrollment.id().value(), contractOf(happened, enrollment));
    }

    @EventListener
    void publish(RunEvent happened) {
        switch (happened) {
            case RunEvent.SeatsChanged(var run) ->
                    outbox.append(run.id().value(), CurrentSeats.of(run));
        }
    }

    @EventListener
    void publish(WaitlistChanged happened) {
        var entry = happened.entry();
        outbox.append(
                entry.id().value(),
                new EnrollmentWaitlistChanged(
                        entry.id().value(),
                        entry.learnerId(),
                        entry.courseId(),
                        entry.runId().value(),
                        entry.status().name(),
                        Optional.ofNullable(entry.orderId()).map(OrderId::value).orElse(null),
                        entry.offeredUntil()));
    }

    @EventListener
    void publish(RefusedOrder.GrantRefused happened) {
        var refused = happened.order();
        var order = refused.orderId().value();
        outbox.append(
                order,
                new EnrollmentGrantRefused(
                        order, refused.learnerId(), refused.runId().value(), refused.reason()));
    }

    private static ContractEvent contractOf(EnrollmentEvent happened, Enrollment e) {
        var id = e.id().value();
        var run = e.runId().value();
        return switch (happened) {
            case EnrollmentEvent.Granted _ -> CurrentEnrollments.of(e);
            case EnrollmentEvent.Suspended _ ->
                    new EnrollmentSuspended(id, e.learnerId(), e.courseId(), run);
            case EnrollmentEvent.Restored _ ->
                    new EnrollmentRestored(id, e.learnerId(), e.courseId(), run);
            case EnrollmentEvent.Revoked _ ->
                    new EnrollmentRevoked(id, e.learnerId(), e.courseId(), run, orderOf(e));
            case EnrollmentEvent.Expired _ ->
                    new EnrollmentExpired(id, e.learnerId(), e.courseId(), run, orderOf(e));
        };
    }

    private static @Nullable UUID orderOf(Enrollment enrollment) {
        var order = enrollment.orderId();
        return order == null ? null : order.value();
    }
}
