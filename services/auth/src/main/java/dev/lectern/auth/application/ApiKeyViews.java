package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.ApiKeyId;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// API keys to be read.
@Component
public class ApiKeyViews {

    /// A key as its owner sees it.
    ///
    /// @param name what the owner calls it
    /// @param clientId what its program calls itself at `/oauth2/token`
    /// @param scopes the roles it was made for
    public record ApiKeyView(
            UUID id,
            String name,
            String clientId,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt) {}

    /// What is asked where a program shows its key.
    ///
    /// @param secretDigest of what it has to show
    public record Shown(String secretDigest, Instant createdAt, Instant expiresAt) {}

    /// Whom a program acts for.
    ///
    /// @param roles those of the key that its owner still has
    public record Acting(UUID owner, List<String> roles) {}

    private static final String COLUMNS =
            """
            select id, name, created_at, expires_at, array(
                select lower(role) from api_key_scope where api_key_id = id order by 1) as scopes
            from api_key
            """;

    private final JdbcClient jdbc;

    ApiKeyViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ApiKeyView> of(AccountId owner, PageQuery query) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where account_id = :owner
                                    and (:after::uuid is null or id < :after::uuid)
                                order by id desc limit :rows
                                """)
                .param("owner", owner.value())
                .param("after", query.after())
                .param("rows", query.rows())
                .query((row, n) -> view(row))
                .list();
    }

    public ApiKeyView one(ApiKeyId id, AccountId owner) {
        return jdbc.sql(COLUMNS + "where id = :id and account_id = :owner")
                .param("id", id.value())
                .param("owner", owner.value())
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    public Optional<Shown> shown(ApiKeyId id) {
        return jdbc.sql("select secret_digest, created_at, expires_at from api_key where id = :id")
                .param("id", id.value())
                .query((row, n) ->
                        new Shown(
                                row.getString("secret_digest"),
                                time(row, "created_at"),
                                time(row, "expires_at")))
                .optional();
    }

    /// Read at each issue: a role that was taken away is in no token from then on.
    public Optional<Acting> acting(ApiKeyId id) {
        return jdbc.sql(
                        """
                        select account_id, array(
                            select lower(role) from api_key_scope
                                join account_role using (role)
                            where api_key_id = k.id and account_role.account_id = k.account_id
                            order by 1) as roles
                        from api_key k where id = :id
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new Acting(row.getObject("account_id", UUID.class), texts(row, "roles")))
                .optional();
    }

    private static ApiKeyView view(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ApiKeyView(
                id,
                row.getString("name"),
                new ApiKeyId(id).clientId(),
                texts(row, "scopes"),
                time(row, "created_at"),
                time(row, "expires_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
