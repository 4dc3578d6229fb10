package dev.lectern.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
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
        // Absolute, as it has to be recognized in the command line of a running server.
        Path absolute = home.toAbsolutePath().normalize();
        var cluster = new PostgresCluster(absolute.resolve("cluster"), settings);
        return OwnedProcesses.start(absolute, owned -> run(cluster, port, owned));
    }

    private static Postgres run(PostgresCluster cluster, int port, OwnedProcesses owned)
            throws IOException {
        end(cluster);
        try {
            EmbeddedPostgres server = cluster.start(Ports.claim(port, "Postgres"), START_LIMIT);
            OwnedProcess process =
                    cluster.postmaster(FAST_SHUTDOWN)
                            .orElseThrow(() -> new IllegalStateException("Postgres ended at once"));
            owned.add(process);
            var postgres = new Postgres(server, process, owned);
            AtExit.close(postgres);
            return postgres;
        } catch (IOException | RuntimeException e) {
            end(cluster);
            throw e;
        }
    }

    private static void end(PostgresCluster cluster) throws IOException {
        cluster.postmaster(FAST_SHUTDOWN).ifPresent(process -> process.end(STOP_LIMIT));
    }

    public String host() {
        return "127.0.0.1";
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
