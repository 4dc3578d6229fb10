package dev.lectern.acceptance.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.client.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;

/// A video on its author's machine, and on its way into a course.
public final class Film {

    public static final int SECONDS = 30;

    private static final String SHOOTING =
            "ffmpeg -nostdin -v error -y -f lavfi -i testsrc=size=640x360:rate=10:duration=30"
                    + " -f lavfi -i sine=sample_rate=192000:duration=30 -pix_fmt yuv420p"
                    + " -c:v libx264 -preset ultrafast -c:a pcm_s16le -ac 2";

    private static final Duration PROCESSING = Duration.ofMinutes(2);
    private static final Duration EFFECT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Studio studio;
    private final Draft course;
    private final byte[] bytes;

    private Film(Studio studio, Draft course, byte[] bytes) {
        this.studio = studio;
        this.course = course;
        this.bytes = bytes;
    }

    /// Thirty seconds of a test picture; uncompressed sound makes it too large for one piece. Where
    /// there is no ffmpeg to make it the test is not run, and says so.
    public static Film shotFor(Studio studio, Draft course, Path directory) {
        var file = directory.resolve("film.mov");
        var camera = new ProcessBuilder(SHOOTING.split(" ")).inheritIO();
        camera.command(
                Stream.concat(camera.command().stream(), Stream.of(file.toString())).toList());
        try {
            assertThat(started(camera).waitFor()).isZero();
            return new Film(studio, course, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// A text that calls itself a film; small enough to be sent in one piece.
    public static Film only(String text, Studio studio, Draft course) {
        return new Film(studio, course, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Process started(ProcessBuilder camera) {
        try {
            return camera.start();
        } catch (IOException absent) {
            return Assumptions.abort("not run: needs ffmpeg");
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// Announces the film as this person's.
    public Answer announceAs(UUID user) {
        return studio.author()
                .api()
                .post(
                        "/api/v1/upload",
                        """
                        {"fileName": "film.mov", "contentType": "video/quicktime", "sizeBytes": %d,
                         "sha256": "%s", "title": "A sine", "courseId": "%s", "userId": "%s"}
                        """
                                .formatted(bytes.length, hash(), course.id(), user));
    }

    /// The part with this number, from 1.
    public byte[] part(int number, int size) {
        return Arrays.copyOfRange(
                bytes, (number - 1) * size, Math.min(number * size, bytes.length));
    }

    /// Sends a part straight to the store.
    ///
    /// @return the tag the store gave it
    public String send(String address, byte[] part) {
        return response(HttpRequest.newBuilder(URI.create(address)), part)
                .firstValue("ETag")
                .orElseThrow();
    }

    /// Sends all of it at once, as the ticket says.
    public void sendWhole(Answer ticket) {
        response(
                HttpRequest.newBuilder(URI.create(ticket.text("presignedUrl")))
                        .header("Content-Type", "video/quicktime"),
                bytes);
    }

    /// What is at a signed address.
    public byte[] fetch(String address) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Waits until it can be played.
    public JsonNode awaitReady(UUID video) {
        return await("the film can be played")
                .atMost(PROCESSING)
                .until(
                        () -> studio.author().api().get("/api/v1/video/" + video).json(),
                        found -> found.path("status").asString().equals("READY"));
    }

    /// Shows it in a lesson, as soon as course knows of it.
    public UUID addLesson(UUID video) {
        var body =
                """
                {"sectionId": "%s", "title": "To watch", "kind": "VIDEO",
                 "ref": {"videoId": "%s"}}
                """
                        .formatted(course.sectionId(), video);
        var path = "/api/v1/courses/" + course.id() + "/lessons";
        var added =
                await("course knows the video")
                        .atMost(EFFECT)
                        .until(
                                () -> studio.author().intending().post(path, body),
                                answer -> !answer.code().equals("REF_UNKNOWN"));
        return UUID.fromString(Studio.created(added).text("id"));
    }

    private HttpHeaders response(HttpRequest.Builder request, byte[] body) {
        try {
            var answer =
                    http.send(
                            request.PUT(BodyPublishers.ofByteArray(body)).build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.headers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
