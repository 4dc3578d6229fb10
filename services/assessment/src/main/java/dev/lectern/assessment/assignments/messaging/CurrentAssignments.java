package dev.lectern.assessment.assignments.messaging;

import dev.lectern.assessment.assignments.domain.Assignment;
import dev.lectern.assessment.assignments.domain.Assignments;
import dev.lectern.common.event.CurrentState;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.assessment.AssignmentWritten;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// Every assignment, for a copy that is built anew.
@Component
class CurrentAssignments implements CurrentState {

    private final Assignments assignments;

    CurrentAssignments(Assignments assignments) {
        this.assignments = assignments;
    }

    static AssignmentWritten of(Assignment assignment) {
        return new AssignmentWritten(assignment.id().value(), assignment.courseId());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return AssignmentWritten.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return assignments
                .findByIdValueGreaterThanOrderByIdValue(
                        CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(assignment -> new Snapshot(assignment.id().value(), of(assignment)))
                .toList();
    }
}
