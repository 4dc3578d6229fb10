package dev.lectern.assessment.assignments.application;

import dev.lectern.assessment.assignments.domain.Assignments;
import dev.lectern.assessment.assignments.domain.Rubric;
import dev.lectern.assessment.assignments.domain.Submission;
import dev.lectern.assessment.assignments.domain.SubmissionGradeId;
import dev.lectern.assessment.assignments.domain.SubmissionGrades;
import dev.lectern.assessment.assignments.domain.SubmissionId;
import dev.lectern.assessment.assignments.domain.Submissions;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author judges a submission by the rubric of its assignment. It may be done again, with a
/// reason; what was said before stays.
@Service
@Transactional
public class GradingSubmissions {

    private final Submissions submissions;
    private final Assignments assignments;
    private final SubmissionGrades grades;
    private final Participants participants;
    private final Clock clock;

    GradingSubmissions(
            Submissions submissions,
            Assignments assignments,
            SubmissionGrades grades,
            Participants participants,
            Clock clock) {
        this.submissions = submissions;
        this.assignments = assignments;
        this.grades = grades;
        this.participants = participants;
        this.clock = clock;
    }

    /// @param reason needed from the second grade on
    public record Judge(
            SubmissionId submission,
            List<Rubric.Score> scores,
            @Nullable String comment,
            @Nullable String reason) {}

    public SubmissionGradeId grade(Judge command, Caller caller) {
        var submission =
                submissions.findById(command.submission()).orElseThrow(GenericRefusal::notFound);
        participants.requireAuthor(submission.courseId(), caller);
        if (submission.learnerId().equals(caller.id())) {
            // Handed in as a learner, before they wrote the course: others judge it.
            throw GenericRefusal.forbidden();
        }
        var assignment =
                assignments
                        .findById(submission.assignmentId())
                        .orElseThrow(GenericRefusal::notFound);
        var grade =
                submission.grade(
                        assignment,
                        new Submission.Judgement(
                                caller.id(), command.scores(), command.comment(), command.reason()),
                        clock.instant());
        grades.save(grade);
        submissions.save(submission);
        return grade.getId();
    }
}
