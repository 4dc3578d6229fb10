package dev.lectern.enrollment.enrolling.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.enrollment.enrolling.domain.Enrollment;
import dev.lectern.enrollment.enrolling.domain.Enrollments;
import dev.lectern.enrollment.enrolling.domain.OrderId;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.enrollment.EnrollmentGranted;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// Every enrollment as it is now, for a copy that is built anew.
@Component
class CurrentEnrollments implements CurrentState {

    private final Enrollments enrollments;

    CurrentEnrollments(Enrollments enrollments) {
        this.enrollments = enrollments;
    }

    static EnrollmentGranted of(Enrollment enrollment) {
        return new EnrollmentGranted(
                enrollment.id().value(),
                enrollment.learnerId(),
                enrollment.courseId(),
                enrollment.runId().value(),
                enrollment.courseVersion(),
                enrollment.status().name(),
                Optional.ofNullable(enrollment.orderId()).map(OrderId::value).orElse(null),
                enrollment.grantedAt(),
                enrollment.expiresAt());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return EnrollmentGranted.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return enrollments
                .findByIdValueGreaterThanOrderByIdValue(
                        CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(enrollment -> new Snapshot(enrollment.id().value(), of(enrollment)))
                .toList();
    }
}
