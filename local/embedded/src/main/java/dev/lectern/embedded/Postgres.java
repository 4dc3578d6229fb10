package dev.lectern.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of this machine, its data in one home directory.
public final class Postgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Postgres.class);

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    // Stops at once with a checkpoint; TERM would wait for every client to leave by itself.
    private static final String FAST_SHUTDOWN = "INT";

    private final EmbeddedPostgres server;
    private final OwnedProcess process;
    private final OwnedProcesses owned;

    private Postgres(EmbeddedPostgres server, OwnedProcess process, OwnedProcesses owned) {
        this.server = server;
        this.process = process;
        this.owned = owned;
    }

    /// Starts a server whose data stays; port 0 takes a free one.
    public static Postgres start(Path home, int port) {
        return start(home, port, PostgresSettings.durable(home));
    }

    /// Starts a server; one that a killed JVM left on the same data is stopped first.
    public static Postgres start(Path home, int port, PostgresSettings settings) {
        OwnedProcesses owned = OwnedProcesses.claim(home);
        try {
            // Absolute, as it has to be recognized in the command line of a running server.
            Path directory = home.toAbsolutePath().normalize().resolve("cluster");
            var cluster = new PostgresCluster(directory, settings);
            cluster.postmaster(FAST_SHUTDOWN).ifPresent(left -> left.end(STOP_LIMIT));
            EmbeddedPostgres server = cluster.start(Ports.claim(port, "Postgres"), START_LIMIT);
            OwnedProcess process =
                    cluster.postmaster(FAST_SHUTDOWN)
                            .orElseThrow(() -> new IllegalStateException("Postgres ended at once"));
            owned.add(process);
            var postgres = new Postgres(server, process, owned);
            AtExit.close(postgres);
            return postgres;
        } catch (IOException e) {
            owned.close();
            throw new UncheckedIOException("Postgres did not start, see " + home, e);
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    public int port() {
        return server.getPort();
    }

    /// The address without credentials: the role and its password are the caller's.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
    }

    /// Makes a database and the role that owns it, the password being the name.
    public void ensureDatabase(String name) {
        ensureDatabase(name, name);
    }

    /// Makes a database and the role that owns it, both of one name, as far as they are missing; no
    /// other role may connect to it.
    public void ensureDatabase(String name, String password) {
        try {
            new Database(server, name).ensure(password);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " could not be made", e);
        }
    }

    @Override
    public void close() {
        AtExit.forget(this);
        try {
            server.close();
        } catch (IOException e) {
            log.warn("Postgres did not stop by itself", e);
        }
        process.end(STOP_LIMIT);
        owned.close();
    }

    @Override
    public String toString() {
        return "Postgres on port " + port();
    }
}
