package dev.lectern.certificate.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What may be seen of certificates: the holder's own, and by anybody the one whose code they hold.
@Component
public class CertificateViews {

    private static final String STATUS =
            """
            case when status = 'ISSUED' and expires_at <= :now then 'EXPIRED' else status end
                as status
            """;

    private static final String FACTS =
            """
            select code, holder_name, course_title, course_version, completed_on, expires_at,
            """
                    + STATUS
                    + " from certificate";

    private static final String CREDENTIAL =
            """
            select code, learner_id, salt, holder_name, course_id, course_title, course_version,
                   completed_on, issued_at, expires_at, status_list, status_place
            from certificate
            """;

    private final JdbcClient jdbc;
    private final CertificateSettings settings;
    private final Clock clock;

    CertificateViews(JdbcClient jdbc, CertificateSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /// The caller's certificates, newest first.
    public Page<CertificateView> all(Optional<UUID> courseId, PageQuery page, Caller caller) {
        var rows =
                jdbc.sql(
                                """
                                select id, code, course_id, course_title, course_version,
                                       holder_name, completed_on, issued_at, expires_at,
                                """
                                        + STATUS
                                        + """
                                        from certificate
                                        where learner_id = :learner
                                          and (:courseId::uuid is null or course_id = :courseId)
                                          and (:after::uuid is null or id < :after)
                                        order by id desc limit :rows
                                        """)
                        .param("now", now())
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
                .param("now", now())
                .param("id", id)
                .param("learner", caller.id())
                .query(CertificateFacts.class)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// What the signed form of one of the caller's certificates states.
    CredentialFacts ownCredential(UUID id, Caller caller) {
        return jdbc.sql(CREDENTIAL + " where id = :id and learner_id = :learner")
                .param("id", id)
                .param("learner", caller.id())
                .query(CredentialFacts.class)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// As above, by its code.
    Optional<CredentialFacts> credentialWithCode(String code) {
        return jdbc.sql(CREDENTIAL + " where code = :code")
                .param("code", code)
                .query(CredentialFacts.class)
                .optional();
    }

    /// How a certificate ended, for the staff.
    public RevocationView revocation(UUID id) {
        return jdbc.sql("select status, revoked_at from certificate where id = :id")
                .param("id", id)
                .query(RevocationView.class)
                .single();
    }

    /// The certificate with this code. What cannot be a code is asked for all the same: it must not
    /// be answered sooner than one that could be.
    Optional<CertificateFacts> withCode(String code) {
        return jdbc.sql(FACTS + " where code = :code")
                .param("now", now())
                .param("code", code)
                .query(CertificateFacts.class)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
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
                Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.getString("status"),
                settings.verifyUrl(code));
    }
}
