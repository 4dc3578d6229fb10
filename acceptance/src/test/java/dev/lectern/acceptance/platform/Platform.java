package dev.lectern.acceptance.platform;

import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A platform that runs.
///
/// @param frontDoor the public origin
/// @param control the control port of one machine: mail, faults
/// @param home where it keeps its data and logs
/// @param portOffset what is added to every documented port
public record Platform(URI frontDoor, URI control, Path home, int portOffset) {

    private static final int FRONT_DOOR = 3000;
    private static final int CONTROL = 3108;
    private static final int POSTGRES = 3100;

    static Platform on(int portOffset, Path home) {
        return new Platform(
                local(FRONT_DOOR + portOffset), local(CONTROL + portOffset), home, portOffset);
    }

    /// One of its services, past the gateway; by its documented port.
    public URI service(int port) {
        return local(port + portOffset);
    }

    /// The database of one service.
    public String jdbcUrl(String service) {
        return "jdbc:postgresql://localhost:%d/%s?user=%s&password=%s"
                .formatted(POSTGRES + portOffset, service, service, service);
    }

    /// The first number of what this query finds in the database of a service.
    public long number(String service, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl(service));
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            if (!rows.next()) {
                throw new AssertionError("nothing found by " + query);
            }
            return rows.getLong(1);
        }
    }

    /// Changes the database of a service behind its back.
    public void change(String service, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl(service));
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static URI local(int port) {
        return URI.create("http://localhost:" + port);
    }
}
