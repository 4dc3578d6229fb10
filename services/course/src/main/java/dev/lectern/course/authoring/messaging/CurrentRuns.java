package dev.lectern.course.authoring.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.course.authoring.domain.Run;
import dev.lectern.course.authoring.domain.Runs;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.course.CourseRunChanged;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// Every run as it is now, for a copy that is built anew.
@Component
class CurrentRuns implements CurrentState {

    private final Runs runs;

    CurrentRuns(Runs runs) {
        this.runs = runs;
    }

    static CourseRunChanged of(Run run) {
        return new CourseRunChanged(
                run.id().value(),
                run.courseId().value(),
                run.terms().opensAt(),
                run.terms().closesAt());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return CourseRunChanged.class;
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
