package dev.lectern.launcher.demo;

import dev.lectern.launcher.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A file of the demo that goes straight into the object store, as its author's browser would send
/// it.
record FileToSend(Path path, String contentType) {

    /// What is said of it before.
    Map<String, Object> declared() {
        byte[] bytes = bytes();
        return Map.of(
                "fileName",
                path.getFileName().toString(),
                "contentType",
                contentType,
                "sizeBytes",
                bytes.length,
                "sha256",
                hash(bytes));
    }

    /// Sends it where the ticket says; nowhere, if it arrived before an interruption.
    void send(JsonNode ticket) {
        if (!ticket.path("presignedUrl").isString()) {
            return;
        }
        var request =
                HttpRequest.newBuilder(URI.create(ticket.path("presignedUrl").asString()))
                        .header("Content-Type", contentType)
                        .PUT(BodyPublishers.ofByteArray(bytes()))
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

    private byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new Failure(path + " is missing; the demo shows it", e);
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
