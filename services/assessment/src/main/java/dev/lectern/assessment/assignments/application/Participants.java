package dev.lectern.assessment.assignments.application;

import dev.lectern.assessment.assignments.domain.AssignmentRefused;
import dev.lectern.assessment.attempts.application.KnownVersions;
import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.copy.SequenceCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.problem.Refusal;
import dev.lectern.common.security.Caller;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads from this service's own copies who writes a course, who learns it, and what their version
/// of it shows.
@Component
class Participants {

    private final JdbcClient jdbc;
    private final MembershipCopy members;
    private final AccessCopy access;
    private final SequenceCopy sequences;
    private final KnownVersions versions;

    Participants(
            JdbcClient jdbc,
            MembershipCopy members,
            AccessCopy access,
            SequenceCopy sequences,
            KnownVersions versions) {
        this.jdbc = jdbc;
        this.members = members;
        this.access = access;
        this.sequences = sequences;
        this.versions = versions;
    }

    boolean write(UUID course, Caller caller) {
        return members.has(course, caller.id());
    }

    /// To whoever does not write the course there is nothing to write.
    void requireAuthor(UUID course, Caller caller) {
        if (!write(course, caller)) {
            throw GenericRefusal.notFound();
        }
    }

    /// The caller as a learner of the course: refused as not enrolled where it is published, and as
    /// if it were not there otherwise.
    AccessCopy.InForce requireLearner(UUID course, Caller caller) {
        return access.inForce(caller.id(), course)
                .orElseThrow(() ->
                        versions.isPublished(course)
                                ? AssignmentRefused.notEnrolled()
                                : GenericRefusal.notFound());
    }

    /// The same for one assignment, which the learner's version shows and the learner has come to.
    AccessCopy.InForce requireLearner(UUID course, UUID assignment, Caller caller) {
        var learner =
                access.inForce(caller.id(), course)
                        .orElseThrow(() -> strangerTo(course, assignment));
        if (!shows(course, learner.courseVersion(), assignment)) {
            // The grant may be here before the version it names; both are on their way.
            throw versions.isKnown(course, learner.courseVersion())
                    ? GenericRefusal.notFound()
                    : GenericRefusal.unavailable("The assignment is not here yet.");
        }
        if (!sequences.isOpen(assignment, course, learner)) {
            throw AssignmentRefused.lessonLocked();
        }
        return learner;
    }

    private Refusal strangerTo(UUID course, UUID assignment) {
        var offers =
                jdbc.sql(
                                """
                                select exists (
                                    select 1 from copy_course c
                                    join copy_course_assignment a
                                      on a.course_id = c.course_id
                                     and a.course_version = c.offered_version
                                    where c.course_id = :course and a.assignment_id = :assignment)
                                """)
                        .param("course", course)
                        .param("assignment", assignment)
                        .query(Boolean.class)
                        .single();
        return offers ? AssignmentRefused.notEnrolled() : GenericRefusal.notFound();
    }

    private boolean shows(UUID course, int version, UUID assignment) {
        return jdbc.sql(
                        """
                        select exists (
                            select 1 from copy_course_assignment
                            where course_id = :course and course_version = :version
                              and assignment_id = :assignment)
                        """)
                .param("course", course)
                .param("version", version)
                .param("assignment", assignment)
                .query(Boolean.class)
                .single();
    }
}
