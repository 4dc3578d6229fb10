package dev.lectern.review.application;

import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.review.application.ReportedView.ReportView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits for a moderator.
@Component
public class ReportedViews {

    private static final int REPORTS_SHOWN = 20;

    private final JdbcClient jdbc;

    ReportedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            UUID id,
            UUID courseId,
            UUID learnerId,
            int stars,
            @Nullable String text,
            String status,
            @Nullable String takenOutFor) {}

    /// Reviews with open reports, newest first.
    public Page<ReportedView> open(PageQuery page, Caller caller) {
        caller.requireAny(Role.moderator, Role.admin);
        var rows =
                jdbc
                        .sql(
                                """
                                select r.id, r.course_id, r.learner_id, r.stars, r.text,
                                       case when r.taken_out_at is not null then 'TAKEN_OUT'
                                            when r.access_lost then 'WITHDRAWN'
                                            else 'COUNTED' end as status,
                                       r.taken_out_for
                                from review r
                                where exists (select 1 from review_report p
                                              where p.open and p.review_id = r.id)
                                  and (:after::uuid is null or r.id < :after)
                                order by r.id desc limit :rows
                                """)
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(Row.class)
                        .list()
                        .stream()
                        .map(this::view)
                        .toList();
        return Page.of(rows, page, ReportedView::id);
    }

    private ReportedView view(Row row) {
        return new ReportedView(
                row.id(),
                row.courseId(),
                row.learnerId(),
                row.stars(),
                row.text(),
                row.status(),
                row.takenOutFor(),
                reports(row.id()));
    }

    private List<ReportView> reports(UUID review) {
        return jdbc.sql(
                        """
                        select reason, note, reported_at from review_report
                        where review_id = :review and open order by id desc limit :shown
                        """)
                .param("review", review)
                .param("shown", REPORTS_SHOWN)
                .query(ReportedViews::report)
                .list();
    }

    private static ReportView report(ResultSet row, int number) throws SQLException {
        return new ReportView(
                row.getString("reason"),
                row.getString("note"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant());
    }
}
