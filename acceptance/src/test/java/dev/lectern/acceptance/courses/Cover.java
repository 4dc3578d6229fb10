package dev.lectern.acceptance.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.people.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/// The smallest picture there is, sent straight into the object store.
final class Cover {

    private static final Duration EFFECT = Duration.ofSeconds(10);

    private static final byte[] PICTURE =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
                                    + "WjR9awAAAABJRU5ErkJggg==");

    private static final HttpClient STORE = HttpClient.newHttpClient();

    private Cover() {}

    /// @return the id it has from now on; it is checked a moment later
    static UUID sentFor(UUID course, Person author) {
        var ticket =
                await("media knows the course")
                        .atMost(EFFECT)
                        .until(
                                () ->
                                        author.intending()
                                                .post("/api/v1/assets", declaration(course)),
                                answer -> answer.status() != 404);
        assertThat(ticket.status()).as(ticket.body()).isEqualTo(201);
        put(ticket.text("presignedUrl"));
        var id = ticket.text("assetId");
        var completed = author.api().post("/api/v1/assets/" + id + "/complete", "");
        assertThat(completed.status()).as(completed.body()).isEqualTo(200);
        return UUID.fromString(id);
    }

    private static String declaration(UUID course) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(PICTURE);
            return """
            {"fileName": "cover.png", "contentType": "image/png", "sizeBytes": %d,
             "sha256": "%s", "courseId": "%s"}
            """
                    .formatted(PICTURE.length, HexFormat.of().formatHex(hash), course);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void put(String address) {
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "image/png")
                        .PUT(BodyPublishers.ofByteArray(PICTURE))
                        .build();
        try {
            var answer = STORE.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
