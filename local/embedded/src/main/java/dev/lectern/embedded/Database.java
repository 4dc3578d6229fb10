package dev.lectern.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A database and its owner, made as far as they are missing.
record Database(EmbeddedPostgres server, String name) {

    void ensure(String password) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            ensureRole(sql, password);
            if (!exists(sql, "pg_database WHERE datname")) {
                sql.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(identifier()));
            }
            sql.execute(
                    "REVOKE CONNECT, TEMPORARY ON DATABASE %s FROM PUBLIC".formatted(identifier()));
        }
    }

    private void ensureRole(Statement sql, String password) throws SQLException {
        String verb = exists(sql, "pg_roles WHERE rolname") ? "ALTER" : "CREATE";
        sql.execute(
                "%s ROLE %s LOGIN PASSWORD %s".formatted(verb, identifier(), literal(password)));
    }

    private boolean exists(Statement sql, String tableAndColumn) throws SQLException {
        try (var rows =
                sql.executeQuery("SELECT FROM %s = %s".formatted(tableAndColumn, literal(name)))) {
            return rows.next();
        }
    }

    private String identifier() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
