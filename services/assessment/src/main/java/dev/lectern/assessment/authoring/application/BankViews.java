package dev.lectern.assessment.authoring.application;

import dev.lectern.assessment.authoring.domain.Question;
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
import tools.jackson.databind.json.JsonMapper;

/// What the members of a course may see of its banks; to everybody else there are none.
@Component
public class BankViews {

    private static final String BANKS =
            """
            select b.id, b.course_id, b.title, b.revision, b.questions
            from bank b join copy_course_member m on m.course_id = b.course_id
            where m.user_id = :caller
            """;

    private static final String QUESTIONS =
            """
            select question_id, version, content from question_version
            where bank_id = :bank and until_revision is null
            """;

    private final JdbcClient jdbc;
    private final MembershipCopy members;
    private final JsonMapper json;

    BankViews(JdbcClient jdbc, MembershipCopy members, JsonMapper json) {
        this.jdbc = jdbc;
        this.members = members;
        this.json = json;
    }

    public BankView one(UUID id, Caller caller) {
        return jdbc.sql(BANKS + " and b.id = :id")
                .param("caller", caller.id())
                .param("id", id)
                .query(BankView.class)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// The banks of a course, newest first.
    public Page<BankView> all(UUID course, PageQuery page, Caller caller) {
        if (!members.has(course, caller.id())) {
            throw GenericRefusal.notFound();
        }
        var rows =
                jdbc.sql(
                                BANKS
                                        + """
                                         and b.course_id = :course
                                         and (:after::uuid is null or b.id < :after)
                                        order by b.id desc limit :rows
                                        """)
                        .param("caller", caller.id())
                        .param("course", course)
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(BankView.class)
                        .list();
        return Page.of(rows, page, BankView::id);
    }

    /// The questions of a bank as they are now, newest first.
    public Page<QuestionView> questions(UUID bank, PageQuery page, Caller caller) {
        one(bank, caller);
        var rows =
                jdbc.sql(
                                QUESTIONS
                                        + """
                                         and (:after::uuid is null or question_id < :after)
                                        order by question_id desc limit :rows
                                        """)
                        .param("bank", bank)
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(this::question)
                        .list();
        return Page.of(rows, page, QuestionView::id);
    }

    public QuestionView question(UUID bank, UUID question, Caller caller) {
        one(bank, caller);
        return jdbc.sql(QUESTIONS + " and question_id = :question")
                .param("bank", bank)
                .param("question", question)
                .query(this::question)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    private QuestionView question(ResultSet row, int number) throws SQLException {
        return QuestionView.of(
                row.getObject("question_id", UUID.class),
                row.getInt("version"),
                json.readValue(row.getString("content"), Question.class));
    }
}
