package dev.lectern.assessment.assignments.domain;

/// What can happen to assignments and submissions.
public sealed interface AssignmentEvent {

    /// There is a new assignment.
    record Written(Assignment assignment) implements AssignmentEvent {}

    /// A learner has handed something in.
    record Received(Submission submission) implements AssignmentEvent {}

    /// It is worth this now.
    record Graded(Submission submission, SubmissionGrade grade) implements AssignmentEvent {}
}
