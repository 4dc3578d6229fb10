package dev.lectern.enrollment.enrolling.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.enrollment.enrolling.domain.Run;
import dev.lectern.enrollment.enrolling.domain.Runs;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.enrollment.EnrollmentSeatsChanged;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// The seats of every run as they are now, for a copy that is built anew.
@Component
class CurrentSeats implements CurrentState {

    private final Runs runs;

    CurrentSeats(Runs runs) {
        this.runs = runs;
    }

    static EnrollmentSeatsChanged of(Run run) {
        return new EnrollmentSeatsChanged(
                run.id().value(), run.courseId(), run.capacity(), run.taken(), run.held());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return EnrollmentSeatsChanged.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return runs
                .findByIdValueGreaterThanOrderByIdValue(
                        CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(run -> new Snapshot(run.id().value(), of(run)))
                .toList();
    }
}
