package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.SignInId;
import dev.lectern.common.web.PageQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The rows that keep somebody signed in: sign-ins, the sessions behind the login cookie, and what
/// was granted to clients. They are closed by SQL, in the transaction of the reason, so that a
/// session never survives what should have ended it.
@Component
@Transactional
public class OpenSessions {

    /// A session as its owner sees it.
    ///
    /// @param device the browser or program, as it named itself
    /// @param current whether it is the one that asks
    public record SessionView(UUID id, String device, Instant lastSeenAt, boolean current) {}

    private final JdbcClient jdbc;
    private final Clock wallClock;

    OpenSessions(JdbcClient jdbc, @Qualifier("wallClock") Clock wallClock) {
        this.jdbc = jdbc;
        this.wallClock = wallClock;
    }

    /// @param current the session that asks
    @Transactional(readOnly = true)
    public List<SessionView> of(AccountId account, Optional<SignInId> current, PageQuery query) {
        return jdbc.sql(
                        """
                        select id, device, last_seen_at from sign_in
                        where account_id = :account and (:after::uuid is null or id < :after::uuid)
                        order by id desc limit :rows
                        """)
                .param("account", account.value())
                .param("after", query.after())
                .param("rows", query.rows())
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new SessionView(
                            id,
                            row.getString("device"),
                            row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                            current.map(SignInId::value).filter(id::equals).isPresent());
                })
                .list();
    }

    /// Notes that a client is about to get a token for this sign-in, and answers the roles that go
    /// into it, as they are now. Empty when the sign-in has ended: no token then.
    public Optional<List<String>> renew(SignInId signIn) {
        return jdbc.sql(
                        """
                        update sign_in set last_seen_at = :now where id = :id returning account_id
                        """)
                .param("now", wallClock.instant().atOffset(ZoneOffset.UTC))
                .param("id", signIn.value())
                .query(UUID.class)
                .optional()
                .map(this::rolesOf);
    }

    void closeHttpSession(String httpSession) {
        jdbc.sql("delete from spring_session where session_id = :id")
                .param("id", httpSession)
                .update();
    }

    /// What a client got for itself.
    void closeClient(String clientId) {
        jdbc.sql("delete from oauth2_authorization where principal_name = :id")
                .param("id", clientId)
                .update();
    }

    void closeAll(AccountId account) {
        var id = account.value();
        jdbc.sql("delete from sign_in where account_id = :id").param("id", id).update();
        jdbc.sql("delete from spring_session where principal_name = :id")
                .param("id", id.toString())
                .update();
        jdbc.sql("delete from oauth2_authorization where principal_name = :id")
                .param("id", id.toString())
                .update();
    }

    private List<String> rolesOf(UUID account) {
        return jdbc.sql("select lower(role) from account_role where account_id = :id order by 1")
                .param("id", account)
                .query(String.class)
                .list();
    }
}
