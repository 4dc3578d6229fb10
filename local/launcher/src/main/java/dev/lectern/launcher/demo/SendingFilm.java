package dev.lectern.launcher.demo;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.demo.Seed.Film;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// An author sends a video straight into the object store, and its captions after it.
///
/// @param media where the files are
record SendingFilm(Visitor author, Path media, String courseId) {

    /// @return the id of the video, which can be played now
    String untilItPlays(Film film, String title) {
        byte[] bytes = bytes(film.file());
        var ticket =
                Patience.until(
                        "course that media knows",
                        () ->
                                Refused.unless(
                                        Set.of("NOT_FOUND"),
                                        () ->
                                                author.post(
                                                        "/api/v1/upload",
                                                        file(film, title, bytes))));
        send(ticket, bytes);
        author.post(
                "/api/v1/uploads/" + ticket.path("uploadId").asString() + "/complete",
                Map.of("parts", List.of()));
        var id = ticket.path("videoId").asString();
        awaitEnd(id, title);
        film.captions()
                .forEach((language, captions) ->
                        author.putText(
                                path(id) + "/captions/" + language, "text/vtt", text(captions)));
        return id;
    }

    private Map<String, Object> file(Film film, String title, byte[] bytes) {
        return Map.of(
                "fileName",
                film.file(),
                "contentType",
                "video/mp4",
                "sizeBytes",
                bytes.length,
                "sha256",
                hash(bytes),
                "title",
                title,
                "courseId",
                courseId);
    }

    private static void send(JsonNode ticket, byte[] bytes) {
        var request =
                HttpRequest.newBuilder(URI.create(ticket.path("presignedUrl").asString()))
                        .header("Content-Type", "video/mp4")
                        .PUT(BodyPublishers.ofByteArray(bytes))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new Failure("the object store answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private void awaitEnd(String id, String title) {
        var ended =
                Patience.until(
                        "video that plays for \"" + title + "\"",
                        () ->
                                Optional.of(author.get(path(id)))
                                        .filter(video ->
                                                Set.of("READY", "FAILED")
                                                        .contains(
                                                                video.path("status").asString())));
        if (ended.path("status").asString().equals("FAILED")) {
            throw new Failure("the video cannot be played: " + ended.path("failure").asString());
        }
    }

    private static String path(String id) {
        return "/api/v1/video/" + id;
    }

    private String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String file) {
        try {
            return Files.readAllBytes(media.resolve(file));
        } catch (IOException e) {
            throw new Failure(media.resolve(file) + " is missing; the demo shows it", e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
