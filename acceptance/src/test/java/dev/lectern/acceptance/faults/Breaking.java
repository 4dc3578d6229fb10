package dev.lectern.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Client;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/// Breaks parts of a platform on this machine, and mends them.
record Breaking(Platform platform) {

    /// Ends a service as kill -9 does.
    void kill(String service) {
        post("/services/" + service + "/kill");
    }

    /// Stops a service in good order.
    void stop(String service) {
        post("/services/" + service + "/stop");
    }

    /// Starts a killed or stopped service again; returns when it is ready.
    void start(String service) {
        post("/services/" + service + "/start");
    }

    void stopBroker() {
        post("/broker/stop");
    }

    void startBroker() {
        post("/broker/start");
    }

    /// Holds what this statement locks in the service's database until it is closed.
    Held hold(String service, String statement) throws SQLException {
        var connection = DriverManager.getConnection(platform.jdbcUrl(service));
        connection.setAutoCommit(false);
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
        return new Held(connection);
    }

    /// The payment provider answers so much later.
    void slowProvider(int seconds) {
        post("/stripe/slow", "{\"seconds\": " + seconds + "}");
    }

    /// The payment provider answers nothing of use.
    void stopProvider() {
        post("/stripe/down");
    }

    void startProvider() {
        post("/stripe/up");
    }

    private void post(String path) {
        post(path, "");
    }

    private void post(String path, String body) {
        var answer = new Client(platform.control().toString(), Map.of()).post(path, body);
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(204);
    }

    /// Rows or tables that nobody else can have.
    record Held(Connection connection) implements AutoCloseable {

        /// How many wait for them.
        long waiting() throws SQLException {
            try (var sql = connection.createStatement();
                    var rows =
                            sql.executeQuery(
                                    """
                                    select count(*) from pg_stat_activity
                                    where pg_backend_pid() = any (pg_blocking_pids(pid))
                                    """)) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }

        /// Ends the statements that wait, as the database does when it notices that whoever sent
        /// them is gone: released, they would still be carried out. Who waited behind them waits
        /// here then, and is ended too.
        void endWaiting() {
            await("nobody waits")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        endThoseWhoWait();
                        return waiting() == 0;
                    });
        }

        private void endThoseWhoWait() throws SQLException {
            try (var sql = connection.createStatement()) {
                sql.execute(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where pg_backend_pid() = any (pg_blocking_pids(pid))
                        """);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
