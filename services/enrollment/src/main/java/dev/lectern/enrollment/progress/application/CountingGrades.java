package dev.lectern.enrollment.progress.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.enrollment.progress.domain.CourseProgress;
import dev.lectern.enrollment.progress.domain.CourseProgress.ProgressId;
import dev.lectern.enrollment.progress.domain.Progresses;
import dev.lectern.events.assessment.AttemptGraded;
import dev.lectern.events.assessment.SubmissionGraded;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Assessment has graded an attempt: a quiz that is passed is a lesson that is done. What was
/// earned counts also when access has ended since.
@Service
@Transactional
public class CountingGrades {

    private final EnrolledLearners enrolled;
    private final CourseVersions versions;
    private final Progresses progresses;
    private final JdbcClient jdbc;
    private final Clock clock;

    CountingGrades(
            EnrolledLearners enrolled,
            CourseVersions versions,
            Progresses progresses,
            JdbcClient jdbc,
            Clock clock) {
        this.enrolled = enrolled;
        this.versions = versions;
        this.progresses = progresses;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// An attempt counts however often and late it is told: best scores and lessons that are done
    /// do not depend on the order.
    public void count(AttemptGraded graded) {
        take(graded.enrollmentId(), graded.quizId(), graded.scorePercent(), graded.passed());
        keep(graded);
    }

    /// A grade counts in the same way; a later one takes nothing back that was earned.
    public void countSubmission(SubmissionGraded graded) {
        take(graded.enrollmentId(), graded.assignmentId(), graded.scorePercent(), graded.passed());
        jdbc.sql(
                        """
                        insert into graded_submission
                            (grade_id, enrollment_id, assignment_id, passed, graded_at)
                        values (:grade, :enrollment, :assignment, :passed, :gradedAt)
                        on conflict (grade_id) do nothing
                        """)
                .param("grade", graded.gradeId())
                .param("enrollment", graded.enrollmentId())
                .param("assignment", graded.assignmentId())
                .param("passed", graded.passed())
                .param("gradedAt", graded.gradedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void take(UUID enrollmentId, UUID graded, int scorePercent, boolean passed) {
        var enrollment = enrolled.one(enrollmentId).orElseThrow(GenericRefusal::notFound);
        var progress =
                progresses
                        .findById(new ProgressId(enrollment.enrollmentId()))
                        .orElseGet(() ->
                                CourseProgress.atTheStart(
                                        enrollment.enrollmentId(),
                                        enrollment.learnerId(),
                                        enrollment.courseId(),
                                        enrollment.courseVersion()));
        progress.grade(
                graded,
                scorePercent,
                passed,
                versions.version(enrollment.courseId(), enrollment.courseVersion()),
                clock.instant());
        progresses.saveAndFlush(progress);
    }

    /// The evidence, once.
    private void keep(AttemptGraded graded) {
        jdbc.sql(
                        """
                        insert into graded_attempt
                            (attempt_id, enrollment_id, quiz_id, score_percent, passed, graded_at)
                        values (:attempt, :enrollment, :quiz, :score, :passed, :gradedAt)
                        on conflict (attempt_id) do nothing
                        """)
                .param("attempt", graded.attemptId())
                .param("enrollment", graded.enrollmentId())
                .param("quiz", graded.quizId())
                .param("score", graded.scorePercent())
                .param("passed", graded.passed())
                .param("gradedAt", graded.gradedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
