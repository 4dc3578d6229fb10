package dev.lectern.assessment.assignments.application;

import dev.lectern.assessment.assignments.application.AssignmentView.CriterionView;
import dev.lectern.assessment.assignments.domain.Assignment;
import dev.lectern.assessment.assignments.domain.AssignmentId;
import dev.lectern.assessment.assignments.domain.Assignments;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Assignments: all of a course for its members, those of their version for its learners.
@Component
@Transactional(readOnly = true)
public class AssignmentViews {

    private static final String SUMMARY =
            """
            select a.id, a.course_id, a.title, a.due_at, a.late_until_at, a.pass_percent,
                   a.max_points
            from assignment a
            """;
    private static final String PAGE =
            """
             and (:after::uuid is null or a.id < :after)
            order by a.id desc limit :rows
            """;

    private final Assignments assignments;
    private final Participants participants;
    private final JdbcClient jdbc;

    AssignmentViews(Assignments assignments, Participants participants, JdbcClient jdbc) {
        this.assignments = assignments;
        this.participants = participants;
        this.jdbc = jdbc;
    }

    public AssignmentView one(UUID id, Caller caller) {
        var assignment =
                assignments.findById(new AssignmentId(id)).orElseThrow(GenericRefusal::notFound);
        if (!participants.write(assignment.courseId(), caller)) {
            participants.requireLearner(assignment.courseId(), id, caller);
        }
        return view(assignment);
    }

    /// Newest first.
    public Page<AssignmentSummaryView> all(UUID course, PageQuery page, Caller caller) {
        var rows =
                participants.write(course, caller)
                        ? jdbc.sql(SUMMARY + " where a.course_id = :course" + PAGE)
                        : jdbc.sql(
                                        SUMMARY
                                                + """
                                                 join copy_course_assignment shown
                                                   on shown.assignment_id = a.id
                                                  and shown.course_id = a.course_id
                                                where a.course_id = :course
                                                  and shown.course_version = :version
                                                """
                                                + PAGE)
                                .param(
                                        "version",
                                        participants
                                                .requireLearner(course, caller)
                                                .courseVersion());
        return Page.of(
                rows.param("course", course)
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(AssignmentSummaryView.class)
                        .list(),
                page,
                AssignmentSummaryView::id);
    }

    private static AssignmentView view(Assignment assignment) {
        return new AssignmentView(
                assignment.id().value(),
                assignment.courseId(),
                assignment.title(),
                assignment.instructions(),
                assignment.dueAt(),
                assignment.lateUntilAt(),
                assignment.passPercent(),
                assignment.maxPoints(),
                assignment.rubric().criteria().stream()
                        .map(one -> new CriterionView(one.id(), one.title(), one.points()))
                        .toList());
    }
}
