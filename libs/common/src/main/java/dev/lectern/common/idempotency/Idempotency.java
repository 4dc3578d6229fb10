package dev.lectern.common.idempotency;

import dev.lectern.common.problem.GenericRefusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Gives a repeated request the effect and the answer of the first. The key is inserted in the very
/// transaction of the use case, so it exists exactly when the effect does; the answer is rendered
/// again from the resource, so a replay never shows an old state.
public class Idempotency {

    private static final String WAIT_FOR_TWIN = "1500ms";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /// The id of what the request made, and whether an earlier request had already made it.
    public record Outcome(UUID id, boolean replayed) {}

    /// Runs the use case once for this intent; a refusal leaves the key unused. A twin waits up to
    /// two seconds for the first and is then told to come back.
    public Outcome once(IdempotencyKey.Intent intent, Supplier<UUID> useCase) {
        var fingerprint = fingerprintOf(intent.body());
        return transaction.execute(status -> {
            if (isFirst(intent, fingerprint)) {
                var id = useCase.get();
                remember(intent, id);
                return new Outcome(id, false);
            }
            return new Outcome(replay(intent, fingerprint), true);
        });
    }

    private boolean isFirst(IdempotencyKey.Intent intent, String fingerprint) {
        // Inserting waits for an unfinished twin by itself: its row is there but not yet committed.
        jdbc.sql("set local lock_timeout = '" + WAIT_FOR_TWIN + "'").update();
        try {
            var inserted =
                    jdbc.sql(
                                    """
                                    insert into idempotency_key
                                        (caller, operation, key, fingerprint, created_at)
                                    values (:caller, :operation, :key, :fingerprint, :now)
                                    on conflict do nothing
                                    """)
                            .param("caller", intent.caller())
                            .param("operation", intent.operation())
                            .param("key", intent.key())
                            .param("fingerprint", fingerprint)
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
            jdbc.sql("set local lock_timeout to default").update();
            return inserted == 1;
        } catch (DataAccessException e) {
            if (isLockTimeout(e)) {
                throw GenericRefusal.requestInProgress();
            }
            throw e;
        }
    }

    /// Postgres' own state; Spring has no exception of its own for it.
    private static boolean isLockTimeout(DataAccessException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql
                && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }

    private void remember(IdempotencyKey.Intent intent, UUID id) {
        jdbc.sql(
                        """
                        update idempotency_key set resource_id = :id
                        where caller = :caller and operation = :operation and key = :key
                        """)
                .param("id", id)
                .param("caller", intent.caller())
                .param("operation", intent.operation())
                .param("key", intent.key())
                .update();
    }

    private UUID replay(IdempotencyKey.Intent intent, String fingerprint) {
        record First(String fingerprint, UUID resourceId) {}
        var first =
                jdbc.sql(
                                """
                                select fingerprint, resource_id from idempotency_key
                                where caller = :caller and operation = :operation and key = :key
                                """)
                        .param("caller", intent.caller())
                        .param("operation", intent.operation())
                        .param("key", intent.key())
                        .query(First.class)
                        .single();
        if (!first.fingerprint().equals(fingerprint)) {
            throw GenericRefusal.idempotencyKeyReused();
        }
        return first.resourceId();
    }

    private String fingerprintOf(Object body) {
        try {
            var bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
