package dev.lectern.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Client;
import dev.lectern.testing.identity.TestIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Holds `docs/api/<service>.yaml` to what the running service offers; `-Dlectern.write` writes it
/// anew.
public final class ApiDocument {

    private static final Path FOLDER =
            Path.of(System.getProperty("lectern.root", "../..")).resolve("docs/api");

    private ApiDocument() {}

    /// Compares, or writes, the document of the service on this port.
    public static void requireFresh(String service, int port) {
        requireFresh(service, port, TestIdentity.tokenOf(UUID.randomUUID(), "admin"));
    }

    /// As above for the service that takes no tokens but its own.
    public static void requireFresh(String service, int port, String token) {
        var answer = new Client(port).as(token).get("/v3/api-docs.yaml");
        assertThat(answer.status()).isEqualTo(200);
        var file = FOLDER.resolve(service + ".yaml");
        try {
            if (System.getProperty("lectern.write") != null) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, answer.body());
            }
            assertThat(Files.readString(file))
                    .as("%s is stale: run the same test with -Dlectern.write", file)
                    .isEqualTo(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read or written", e);
        }
    }
}
