package dev.lectern.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Sends requests and hands out whole answers, whatever their status. Each `with…` makes a further
/// client and leaves this one as it is.
public record Client(String baseUrl, Map<String, String> headers) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    public Client {
        headers = Map.copyOf(headers);
    }

    /// A client of a service on this machine.
    public Client(int port) {
        this("http://localhost:" + port, Map.of("Content-Type", "application/json"));
    }

    public Client as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Client withKey(String idempotencyKey) {
        return with("Idempotency-Key", idempotencyKey);
    }

    public Client withType(String contentType) {
        return with("Content-Type", contentType);
    }

    public Client with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(baseUrl, more);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body));
    }

    public Answer put(String path, String body) {
        return send("PUT", path, BodyPublishers.ofString(body));
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, BodyPublishers.ofString(body));
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /// Any method, with a body or an empty one.
    public Answer send(String method, String path, String body) {
        return send(
                method,
                path,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private Answer send(String method, String path, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create(baseUrl + path))
                        .method(method, body)
                        .timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), Client::whole);
            return new Answer(response.statusCode(), response.headers(), response.body().get());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// A stream of events has no end; it is left as soon as it is there, and its text is empty.
    private static BodySubscriber<Supplier<String>> whole(ResponseInfo answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("text/event-stream")
                ? BodySubscribers.mapping(
                        BodySubscribers.ofInputStream(), stream -> () -> leave(stream))
                : BodySubscribers.mapping(
                        BodyHandlers.ofString().apply(answer), text -> () -> text);
    }

    private static String leave(InputStream stream) {
        try (stream) {
            return "";
        } catch (IOException e) {
            // Says only that the rest of it was not read.
            return "";
        }
    }
}
