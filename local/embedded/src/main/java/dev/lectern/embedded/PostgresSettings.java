package dev.lectern.embedded;

import java.nio.file.Path;
import java.util.Optional;

/// How a Postgres treats its data.
///
/// @param durable whether a commit survives a power cut; switched off it is faster, for tests
/// @param binaries where the server is unpacked, shared by all who name the same directory
/// @param template an empty cluster to copy in place of making one, itself made when it is missing
public record PostgresSettings(boolean durable, Path binaries, Optional<Path> template) {

    private static final String BINARIES = "postgres-binaries";

    /// Data that stays: the binaries beside the home, every commit on disk.
    public static PostgresSettings durable(Path home) {
        return new PostgresSettings(true, home.resolveSibling(BINARIES), Optional.empty());
    }

    /// Data for one run of tests; what is costly to prepare is kept in a shared directory.
    public static PostgresSettings throwAway(Path shared) {
        return new PostgresSettings(
                false, shared.resolve(BINARIES), Optional.of(shared.resolve("postgres-template")));
    }
}
