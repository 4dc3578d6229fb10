package dev.lectern.user.applications.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an applicant may see of applications: their own, and nothing of others.
@Component
public class ApplicationViews {

    private static final String SELECT =
            """
            select id, status, headline, biography, sample_url, note, submitted_at, decided_at
            from instructor_application where applicant_id = :applicant
            """;

    private final JdbcClient jdbc;

    ApplicationViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ApplicationView one(UUID id, Caller caller) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("applicant", caller.id())
                .param("id", id)
                .query(ApplicationView.class)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// The caller's applications, newest first.
    public Page<ApplicationView> all(PageQuery page, Caller caller) {
        var rows =
                jdbc.sql(
                                SELECT
                                        + """
                                         and (:after::uuid is null or id < :after)
                                        order by id desc limit :rows
                                        """)
                        .param("applicant", caller.id())
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(ApplicationView.class)
                        .list();
        return Page.of(rows, page, ApplicationView::id);
    }
}
