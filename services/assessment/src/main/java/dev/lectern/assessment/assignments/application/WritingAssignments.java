package dev.lectern.assessment.assignments.application;

import dev.lectern.assessment.assignments.domain.Assignment;
import dev.lectern.assessment.assignments.domain.AssignmentId;
import dev.lectern.assessment.assignments.domain.Assignments;
import dev.lectern.assessment.assignments.domain.Rubric;
import dev.lectern.common.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author writes an assignment, once and for all.
@Service
@Transactional
public class WritingAssignments {

    private final Assignments assignments;
    private final Participants participants;

    WritingAssignments(Assignments assignments, Participants participants) {
        this.assignments = assignments;
        this.participants = participants;
    }

    /// What the assignment says.
    public record Write(
            UUID courseId,
            String title,
            String instructions,
            Assignment.Terms terms,
            Rubric rubric) {}

    public AssignmentId write(Write command, Caller caller) {
        participants.requireAuthor(command.courseId(), caller);
        var assignment =
                Assignment.write(
                        command.courseId(),
                        command.title(),
                        command.instructions(),
                        command.terms(),
                        command.rubric());
        return assignments.save(assignment).id();
    }
}
