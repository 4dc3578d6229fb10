package dev.lectern.assessment.assignments.application;

import dev.lectern.assessment.assignments.domain.AssignmentId;
import dev.lectern.assessment.assignments.domain.AssignmentRefused;
import dev.lectern.assessment.assignments.domain.Assignments;
import dev.lectern.assessment.assignments.domain.Submission;
import dev.lectern.assessment.assignments.domain.SubmissionId;
import dev.lectern.assessment.assignments.domain.Submissions;
import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A learner hands in what the assignment asks for, as often as it takes.
@Service
@Transactional
public class HandingIn {

    private final Assignments assignments;
    private final Submissions submissions;
    private final Participants participants;
    private final AccessCopy access;
    private final KnownAssets assets;
    private final Clock clock;

    HandingIn(
            Assignments assignments,
            Submissions submissions,
            Participants participants,
            AccessCopy access,
            KnownAssets assets,
            Clock clock) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.participants = participants;
        this.access = access;
        this.assets = assets;
        this.clock = clock;
    }

    /// What is handed in.
    public record HandIn(AssignmentId assignment, String text, List<UUID> assetIds) {}

    public SubmissionId handIn(HandIn command, Caller caller) {
        var assignment =
                assignments.findById(command.assignment()).orElseThrow(GenericRefusal::notFound);
        if (participants.write(assignment.courseId(), caller)) {
            // Whoever grades is not graded, enrolled or not.
            throw AssignmentRefused.notEnrolled();
        }
        var learner =
                participants.requireLearner(assignment.courseId(), assignment.id().value(), caller);
        access.hold(learner.enrollmentId());
        assets.requireOf(assignment.courseId(), command.assetIds());
        var submission =
                Submission.handIn(
                        assignment,
                        new Submission.Work(
                                caller.id(),
                                learner.enrollmentId(),
                                command.text(),
                                command.assetIds()),
                        submissions.countByLearnerIdAndAssignmentId(caller.id(), assignment.id()),
                        clock.instant());
        return submissions.save(submission).id();
    }
}
