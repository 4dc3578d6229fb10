package dev.lectern.assessment.assignments.application;

import dev.lectern.assessment.assignments.domain.AssignmentId;
import dev.lectern.assessment.assignments.domain.Assignments;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Submissions: all for the members of the course, their own for learners.
@Component
@Transactional(readOnly = true)
public class SubmissionViews {

    private final Assignments assignments;
    private final Participants participants;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    SubmissionViews(
            Assignments assignments, Participants participants, JdbcClient jdbc, JsonMapper json) {
        this.assignments = assignments;
        this.participants = participants;
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Whose(UUID learnerId, UUID courseId) {}

    public SubmissionView one(UUID id, Caller caller) {
        var whose =
                jdbc.sql("select learner_id, course_id from submission where id = :id")
                        .param("id", id)
                        .query(Whose.class)
                        .optional()
                        .orElseThrow(GenericRefusal::notFound);
        if (!participants.write(whose.courseId(), caller)) {
            if (!whose.learnerId().equals(caller.id())) {
                throw GenericRefusal.notFound();
            }
            participants.requireLearner(whose.courseId(), caller);
        }
        return jdbc.sql("select * from submission where id = :id")
                .param("id", id)
                .query((row, _) -> view(row, grades(id)))
                .single();
    }

    public GradeView grade(UUID id, UUID grade, Caller caller) {
        return one(id, caller).grades().stream()
                .filter(one -> one.id().equals(grade))
                .findFirst()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// Newest first.
    public Page<SubmissionSummaryView> all(UUID id, PageQuery page, Caller caller) {
        var assignment =
                assignments.findById(new AssignmentId(id)).orElseThrow(GenericRefusal::notFound);
        var whose = "";
        if (!participants.write(assignment.courseId(), caller)) {
            participants.requireLearner(assignment.courseId(), id, caller);
            whose = " and learner_id = :caller";
        }
        var rows =
                jdbc.sql(
                                """
                                select id, learner_id, number, late, submitted_at, grades,
                                       score_percent, passed
                                from submission where assignment_id = :assignment
                                """
                                        + whose
                                        + """
                                         and (:after::uuid is null or id < :after)
                                        order by id desc limit :rows
                                        """)
                        .param("assignment", id)
                        .param("caller", caller.id())
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query((row, _) -> summary(row))
                        .list();
        return Page.of(rows, page, SubmissionSummaryView::id);
    }

    private static SubmissionSummaryView summary(ResultSet row) throws SQLException {
        return new SubmissionSummaryView(
                row.getObject("id", UUID.class),
                row.getObject("learner_id", UUID.class),
                row.getInt("number"),
                status(row),
                row.getBoolean("late"),
                instant(row, "submitted_at"),
                row.getObject("score_percent", Integer.class),
                passed(row));
    }

    private SubmissionView view(ResultSet row, List<GradeView> grades) throws SQLException {
        return new SubmissionView(
                row.getObject("id", UUID.class),
                row.getObject("assignment_id", UUID.class),
                row.getObject("learner_id", UUID.class),
                row.getInt("number"),
                status(row),
                row.getString("text"),
                json.readValue(row.getString("asset_ids"), new TypeReference<List<UUID>>() {}),
                row.getBoolean("late"),
                instant(row, "submitted_at"),
                row.getObject("score_percent", Integer.class),
                passed(row),
                grades);
    }

    private List<GradeView> grades(UUID submission) {
        return jdbc.sql("select * from submission_grade where submission_id = :id order by number")
                .param("id", submission)
                .query((row, _) ->
                        new GradeView(
                                row.getObject("id", UUID.class),
                                row.getObject("supersedes", UUID.class),
                                json.readValue(
                                        row.getString("scores"),
                                        new TypeReference<List<GradeView.ScoreView>>() {}),
                                row.getInt("points"),
                                row.getInt("max_points"),
                                row.getInt("score_percent"),
                                row.getBoolean("passed"),
                                row.getString("comment"),
                                row.getString("reason"),
                                instant(row, "graded_at")))
                .list();
    }

    private static SubmissionStatus status(ResultSet row) throws SQLException {
        return row.getInt("grades") == 0 ? SubmissionStatus.SUBMITTED : SubmissionStatus.GRADED;
    }

    private static @Nullable Boolean passed(ResultSet row) throws SQLException {
        return row.getObject("passed", Boolean.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
