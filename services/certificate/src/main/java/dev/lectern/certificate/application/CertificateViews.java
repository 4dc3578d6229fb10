package dev.lectern.certificate.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What may be seen of certificates: the holder's own, and by anybody the one whose code they hold.
@Component
public class CertificateViews {

    private static final String FACTS =
            """
            select code, holder_name, course_title, course_version, completed_on, status
            from certificate
            """;

    private final JdbcClient jdbc;
    private final CertificateSettings settings;

    CertificateViews(JdbcClient jdbc, CertificateSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /// The caller's certificates, newest first.
    public Page<CertificateView> all(Optional<UUID> courseId, PageQuery page, Caller caller) {
        var rows =
                jdbc.sql(
                                """
                                select id, code, course_id, course_title, course_version,
                                       holder_name, completed_on, issued_at, status
                                from certificate
                                where learner_id = :learner
                                  and (:courseId::uuid is null or course_id = :courseId)
                                  and (:after::uuid is null or id < :after)
                                order by id desc limit :rows
                                """)
                        .param("learner", caller.id())
                        .param("courseId", courseId.orElse(null))
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(this::view)
                        .list();
        return Page.of(rows, page, CertificateView::id);
    }

    /// One of the caller's certificates.
    CertificateFacts own(UUID id, Caller caller) {
        return jdbc.sql(FACTS + " where id = :id and learner_id = :learner")
                .param("id", id)
                .param("learner", caller.id())
                .query(CertificateFacts.class)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// The certificate with this code. What cannot be a code is asked for all the same: it must not
    /// be answered sooner than one that could be.
    Optional<CertificateFacts> withCode(String code) {
        return jdbc.sql(FACTS + " where code = :code")
                .param("code", code)
                .query(CertificateFacts.class)
                .optional();
    }

    private CertificateView view(ResultSet row, int number) throws SQLException {
        var code = row.getString("code");
        return new CertificateView(
                row.getObject("id", UUID.class),
                code,
                row.getObject("course_id", UUID.class),
                row.getString("course_title"),
                row.getInt("course_version"),
                row.getString("holder_name"),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("status"),
                settings.verifyUrl(code));
    }
}
