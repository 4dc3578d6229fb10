package dev.lectern.assessment.attempts.application;

import dev.lectern.assessment.attempts.domain.Attempt;
import dev.lectern.assessment.attempts.domain.AttemptRefused;
import dev.lectern.assessment.attempts.domain.Standing;
import dev.lectern.assessment.authoring.application.CourseMembers;
import dev.lectern.assessment.authoring.domain.QuizId;
import dev.lectern.assessment.authoring.domain.RevisionId;
import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.copy.SequenceCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads from this service's own copies how somebody stands to a quiz, so that access ends when the
/// suspension arrives, whatever else is down.
@Component
class Standings {

    private final JdbcClient jdbc;
    private final MembershipCopy members;
    private final CourseMembers writers;
    private final AccessCopy access;
    private final SequenceCopy sequences;
    private final KnownVersions versions;

    Standings(
            JdbcClient jdbc,
            MembershipCopy members,
            CourseMembers writers,
            AccessCopy access,
            SequenceCopy sequences,
            KnownVersions versions) {
        this.jdbc = jdbc;
        this.members = members;
        this.writers = writers;
        this.access = access;
        this.sequences = sequences;
        this.versions = versions;
    }

    /// Refuses whoever may not take the quiz: as not enrolled where it is published, and as if it
    /// were not there otherwise.
    Standing require(QuizId quiz, Caller caller) {
        var course = courseOf(quiz).orElseThrow(GenericRefusal::notFound);
        if (members.has(course, caller.id())) {
            return new Standing.Author(course);
        }
        return access.inForce(caller.id(), course)
                .<Standing>map(found ->
                        new Standing.Learner(course, found.enrollmentId(), found.courseVersion()))
                .orElseThrow(() ->
                        isOffered(course, quiz)
                                ? AttemptRefused.notEnrolled()
                                : GenericRefusal.notFound());
    }

    /// Refuses whoever the attempt does not belong to, and its learner once access has ended.
    void requireStill(Attempt attempt, Caller caller) {
        if (!attempt.learnerId().equals(caller.id())) {
            throw GenericRefusal.notFound();
        }
        if (attempt.isPreview()) {
            if (!members.has(attempt.courseId(), caller.id())) {
                throw GenericRefusal.notFound();
            }
        } else if (access.inForce(caller.id(), attempt.courseId()).isEmpty()) {
            throw AttemptRefused.notEnrolled();
        }
    }

    /// The revision the learner's version of the course shows, once the learner has come to it.
    RevisionId pinned(Standing.Learner learner, QuizId quiz) {
        // The grant may be here before the version it names; both are on their way.
        if (!versions.isKnown(learner.courseId(), learner.courseVersion())) {
            throw GenericRefusal.unavailable("The quiz is not here yet.");
        }
        var pinned = new AccessCopy.InForce(learner.enrollmentId(), learner.courseVersion());
        if (!sequences.isOpen(quiz.value(), learner.courseId(), pinned)) {
            throw AttemptRefused.lessonLocked();
        }
        return jdbc.sql(
                        """
                        select revision_id from copy_course_quiz
                        where course_id = :course and course_version = :version and quiz_id = :quiz
                        """)
                .param("course", learner.courseId())
                .param("version", learner.courseVersion())
                .param("quiz", quiz.value())
                .query(UUID.class)
                .optional()
                .map(RevisionId::new)
                .orElseThrow(GenericRefusal::notFound);
    }

    /// Of all that one person starts at the same moment, one goes first.
    void hold(Standing standing, Caller caller) {
        switch (standing) {
            case Standing.Author(var course) -> writers.hold(course, caller);
            case Standing.Learner learner -> access.hold(learner.enrollmentId());
        }
    }

    private Optional<UUID> courseOf(QuizId quiz) {
        return jdbc.sql("select course_id from quiz where id = :quiz")
                .param("quiz", quiz.value())
                .query(UUID.class)
                .optional();
    }

    private boolean isOffered(UUID course, QuizId quiz) {
        return jdbc.sql(
                        """
                        select exists (
                            select 1 from copy_course c
                            join copy_course_quiz q on q.course_id = c.course_id
                                                   and q.course_version = c.offered_version
                            where c.course_id = :course and q.quiz_id = :quiz)
                        """)
                .param("course", course)
                .param("quiz", quiz.value())
                .query(Boolean.class)
                .single();
    }
}
