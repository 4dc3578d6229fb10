package dev.lectern.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Client;
import dev.lectern.testing.identity.TestIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;

/// Holds `docs/api/<service>.yaml` to what the running service offers, and `docs/api/openapi.yaml`
/// to all of them; `-Dlectern.write` writes both anew.
public final class ApiDocument {

    private ApiDocument() {}

    /// Compares, or writes, the document of the service on this port.
    public static void requireFresh(String service, int port) {
        requireFresh(service, port, TestIdentity.tokenOf(UUID.randomUUID(), "admin"));
    }

    /// As above for the service that takes no tokens but its own.
    public static void requireFresh(String service, int port, String token) {
        var answer = new Client(port).as(token).get("/v3/api-docs.yaml");
        assertThat(answer.status()).as("status; the log says why it is not 200").isEqualTo(200);
        assertThat(ApiRules.faults(DocumentedApi.of(answer.body())))
                .as("what readers of docs/api/%s.yaml would miss", service)
                .isEmpty();
        try {
            requireFresh(service, answer.body());
            requireFresh("openapi", WholeApi.generate());
            assertThat(ApiRules.faults(DocumentedApi.ofPlatform()))
                    .as("what readers of docs/api/openapi.yaml would miss")
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("docs/api cannot be read or written", e);
        }
    }

    private static void requireFresh(String name, String generated) throws IOException {
        var file = DocumentedApi.fileOf(name);
        if (System.getProperty("lectern.write") != null) {
            Files.writeString(file, generated);
        }
        assertThat(Files.readString(file))
                .as("%s is stale: run the same test with -Dlectern.write", file)
                .isEqualTo(generated);
    }
}
