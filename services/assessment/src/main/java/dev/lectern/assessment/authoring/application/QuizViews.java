package dev.lectern.assessment.authoring.application;

import dev.lectern.assessment.authoring.domain.QuizPlan;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the members of a course may see of its quizzes; to everybody else there are none.
@Component
public class QuizViews {

    private static final String SELECT =
            """
            select q.id, q.course_id, q.edition, q.plan, q.reasons
            from quiz q join copy_course_member m on m.course_id = q.course_id
            where m.user_id = :caller
            """;

    private final JdbcClient jdbc;
    private final MembershipCopy members;
    private final JsonMapper json;

    QuizViews(JdbcClient jdbc, MembershipCopy members, JsonMapper json) {
        this.jdbc = jdbc;
        this.members = members;
        this.json = json;
    }

    public QuizView one(UUID id, Caller caller) {
        return jdbc.sql(SELECT + " and q.id = :id")
                .param("caller", caller.id())
                .param("id", id)
                .query(this::view)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// The quizzes of a course, newest first.
    public Page<QuizView> all(UUID course, PageQuery page, Caller caller) {
        if (!members.has(course, caller.id())) {
            throw GenericRefusal.notFound();
        }
        var rows =
                jdbc.sql(
                                SELECT
                                        + """
                                         and q.course_id = :course
                                         and (:after::uuid is null or q.id < :after)
                                        order by q.id desc limit :rows
                                        """)
                        .param("caller", caller.id())
                        .param("course", course)
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(this::view)
                        .list();
        return Page.of(rows, page, QuizView::id);
    }

    private QuizView view(ResultSet row, int number) throws SQLException {
        return QuizView.of(
                row.getObject("id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getInt("edition"),
                json.readValue(row.getString("plan"), QuizPlan.class),
                json.readValue(row.getString("reasons"), new TypeReference<>() {}));
    }
}
