package dev.lectern.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    private static final PostgresSettings QUICK =
            PostgresSettings.throwAway(Path.of("target", "postgres-shared").toAbsolutePath());

    @TempDir Path home;

    @Test
    void keepsItsRowsOverARestart() throws Exception {
        try (var postgres = Postgres.start(home, 0, QUICK)) {
            postgres.ensureDatabase("course");
            run(postgres, "course", "CREATE TABLE lesson AS SELECT 'Loops' AS title");
        }

        try (var postgres = Postgres.start(home, 0, QUICK)) {
            postgres.ensureDatabase("course");

            assertThat(ask(postgres, "course", "SELECT title FROM lesson"))
                    .containsExactly("Loops");
        }
    }

    @Test
    void leavesNoProcessBehind() {
        Postgres.start(home, 0, QUICK).close();

        assertThat(LocalProcesses.of(home)).isEmpty();
    }

    @Test
    void letsOnlyItsOwnerIntoADatabase() {
        try (var postgres = Postgres.start(home, 0, QUICK)) {
            postgres.ensureDatabase("course", "secret");
            postgres.ensureDatabase("payment");
            String course = postgres.jdbcUrl("course");

            assertThatThrownBy(() -> connect(course, "course", "wrong").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> connect(course, "payment", "payment").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void letsTheOwnerOfADatabaseAddWhatItNeeds() throws Exception {
        try (var postgres = Postgres.start(home, 0, QUICK)) {
            postgres.ensureDatabase("course");

            run(postgres, "course", "CREATE EXTENSION unaccent");
            run(postgres, "course", "CREATE EXTENSION pg_trgm");
            assertThat(ask(postgres, "course", "SELECT unaccent('École')"))
                    .containsExactly("Ecole");
            assertThat(ask(postgres, "course", "SELECT lower('ÉCOLE')")).containsExactly("école");
        }
    }

    @Test
    void hasEveryCommitOnDiskUnlessItsDataAreThrownAway() throws Exception {
        var durable = new PostgresSettings(true, QUICK.binaries(), QUICK.template());
        try (var postgres = Postgres.start(home.resolve("durable"), 0, durable)) {
            postgres.ensureDatabase("course");
            assertThat(safety(postgres)).containsOnly("on");
        }

        try (var postgres = Postgres.start(home.resolve("quick"), 0, QUICK)) {
            postgres.ensureDatabase("course");
            assertThat(safety(postgres)).containsOnly("off");
        }
    }

    @Test
    void refusesAHomeThatIsInUse() {
        try (var postgres = Postgres.start(home, 0, QUICK)) {
            assertThatThrownBy(() -> Postgres.start(home, 0, QUICK).close())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use");

            assertThat(Ports.isFree(postgres.port())).isFalse();
        }
    }

    @Test
    void endsTheServerThatAKilledJvmLeftAndGoesOnWithItsData() throws Exception {
        int port;
        try (var child = ChildJvm.running(Keeper.class, home)) {
            port = Integer.parseInt(child.told("port"));
            child.kill();
        }
        assertThat(Ports.isFree(port)).isFalse();

        try (var postgres = Postgres.start(home, port, QUICK)) {
            assertThat(ask(postgres, "course", "SELECT title FROM lesson"))
                    .containsExactly("Loops");
        }
        assertThat(LocalProcesses.of(home)).isEmpty();
    }

    /// Starts a server, writes a row and waits for its end.
    static final class Keeper {

        private Keeper() {}

        public static void main(String[] arguments) throws SQLException, IOException {
            Postgres postgres = Postgres.start(Path.of(arguments[0]), 0, QUICK);
            postgres.ensureDatabase("course");
            run(postgres, "course", "CREATE TABLE lesson AS SELECT 'Loops' AS title");
            System.out.println("port " + postgres.port());
            System.in.read();
        }
    }

    private static List<String> safety(Postgres postgres) throws SQLException {
        return ask(
                postgres,
                "course",
                "SELECT setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit')");
    }

    private static void run(Postgres postgres, String service, String sql) throws SQLException {
        try (var connection = connect(postgres.jdbcUrl(service), service, service);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> ask(Postgres postgres, String service, String sql)
            throws SQLException {
        try (var connection = connect(postgres.jdbcUrl(service), service, service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static Connection connect(String url, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
