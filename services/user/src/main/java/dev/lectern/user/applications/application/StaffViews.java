package dev.lectern.user.applications.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.user.applications.domain.ApplicationStatus;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Everybody's applications, for staff, and the audit record, for admins.
@Component
public class StaffViews {

    private static final String SELECT =
            """
            select a.id, a.applicant_id, p.display_name, a.status, a.headline, a.biography,
                   a.sample_url, a.note, a.submitted_at, a.decided_at, a.decided_by
            from instructor_application a left join profile p on p.user_id = a.applicant_id
            """;

    private final JdbcClient jdbc;

    StaffViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public StaffApplicationView one(UUID id, Caller caller) {
        requireStaff(caller);
        return jdbc.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query(StaffApplicationView.class)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// All applications, newest first.
    public Page<StaffApplicationView> all(
            Optional<ApplicationStatus> status, PageQuery page, Caller caller) {
        requireStaff(caller);
        var rows =
                jdbc.sql(
                                SELECT
                                        + """
                                        where (:status::text is null or a.status = :status)
                                          and (:after::uuid is null or a.id < :after)
                                        order by a.id desc limit :rows
                                        """)
                        .param("status", status.map(ApplicationStatus::name).orElse(null))
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(StaffApplicationView.class)
                        .list();
        return Page.of(rows, page, StaffApplicationView::id);
    }

    /// Who decided what, newest first.
    public Page<AuditView> audit(Optional<UUID> applicationId, PageQuery page, Caller caller) {
        caller.requireAny(Role.admin);
        var rows =
                jdbc.sql(
                                """
                                select id, application_id, action, actor_id, at, note
                                from application_audit
                                where (:application::uuid is null or application_id = :application)
                                  and (:after::uuid is null or id < :after)
                                order by id desc limit :rows
                                """)
                        .param("application", applicationId.orElse(null))
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(AuditView.class)
                        .list();
        return Page.of(rows, page, AuditView::id);
    }

    private static void requireStaff(Caller caller) {
        caller.requireAny(Role.moderator, Role.support, Role.admin);
    }
}
