package dev.lectern.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The directory a Postgres server keeps its data in, and how a server is run on it.
record PostgresCluster(Path directory, PostgresSettings settings) {

    // Passwords are checked as in production: a service with wrong credentials fails here too. Only
    // the superuser, whom no service is, comes in from this machine without one.
    private static final String ACCESS =
            """
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128      trust
            host all all      127.0.0.1/32 scram-sha-256
            host all all      ::1/128      scram-sha-256
            """;

    // The order of texts must not depend on the locales a machine happens to have installed.
    private static final Map<String, String> LOCALE =
            Map.of("locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8");

    EmbeddedPostgres start(int port, Duration limit) throws IOException {
        if (!exists()) {
            copyTemplate();
        }
        Path serverLog = directory.resolveSibling("postgres.log");
        Files.deleteIfExists(serverLog);
        String onOff = settings.durable() ? "on" : "off";
        var builder =
                EmbeddedPostgres.builder()
                        .setPort(port)
                        .setDataDirectory(directory)
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(settings.binaries().toFile())
                        .setRegisterShutdownHook(false)
                        .setDataDirectoryCustomizer(made -> prepare(made.toPath()))
                        .setPGStartupWait(limit)
                        .setOutputRedirector(Redirect.appendTo(serverLog.toFile()))
                        .setErrorRedirector(Redirect.appendTo(serverLog.toFile()))
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("timezone", "UTC")
                        // TCP is the only way in, so that no socket file is left anywhere.
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("fsync", onOff)
                        .setServerConfig("synchronous_commit", onOff)
                        .setServerConfig("full_page_writes", onOff);
        LOCALE.forEach(builder::setLocaleConfig);
        return builder.start();
    }

    /// The server that runs on this directory, whoever started it.
    Optional<OwnedProcess> postmaster(String stopSignal) throws IOException {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(this::runsHere)
                .map(process -> OwnedProcess.of("postgres", process, stopSignal));
    }

    /// The file outlives a crash of the machine, and its number may be another process by then.
    private boolean runsHere(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(command -> command.contains(directory.toString()))
                .isPresent();
    }

    private boolean exists() {
        return Files.exists(directory.resolve("postgresql.conf"));
    }

    private void prepare(Path made) {
        try {
            Files.writeString(made.resolve("pg_hba.conf"), ACCESS);
            if (settings.template().isPresent() && !Files.exists(settings.template().get())) {
                Directories.copyAtOnce(made, settings.template().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyTemplate() throws IOException {
        if (settings.template().isPresent() && Files.exists(settings.template().get())) {
            Directories.copyAtOnce(settings.template().get(), directory);
        }
    }
}
