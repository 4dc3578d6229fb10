package dev.lectern.enrollment.enrolling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a learner may see of waitlists: their own places.
@Component
public class WaitlistViews {

    private static final String SELECT =
            """
            select e.id, e.run_id, e.course_id, e.status, e.joined_at, e.order_id, e.offered_until,
                case when e.status = 'WAITING' then
                    (select count(*) from waitlist_entry o
                     where o.run_id = e.run_id and o.status = 'WAITING' and o.number <= e.number)
                end as position
            from waitlist_entry e where e.learner_id = :learner
            """;

    private final JdbcClient jdbc;

    WaitlistViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public WaitlistView one(UUID id, Caller caller) {
        return jdbc.sql(SELECT + " and e.id = :id")
                .param("learner", caller.id())
                .param("id", id)
                .query(WaitlistView.class)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// The caller's places, newest first.
    public Page<WaitlistView> all(PageQuery page, Caller caller) {
        var rows =
                jdbc.sql(
                                SELECT
                                        + """
                                         and (:after::uuid is null or e.id < :after)
                                        order by e.id desc limit :rows
                                        """)
                        .param("learner", caller.id())
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(WaitlistView.class)
                        .list();
        return Page.of(rows, page, WaitlistView::id);
    }
}
