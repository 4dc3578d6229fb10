package dev.lectern.notification;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A reader of one live stream, as a browser is: it remembers the last id, also of comments.
final class LiveStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// One block of the stream.
    record Event(String id, String name, String data, String comment) {}

    private final HttpResponse<InputStream> answer;
    private final List<Event> blocks = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private LiveStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        Thread.ofVirtual().start(this::read);
    }

    static LiveStream open(int port, String token, @Nullable String lastEventId) {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + port
                                                + "/api/v1/notifications/stream"))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new LiveStream(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<InputStream> answer() {
        return answer;
    }

    /// The events so far, without comments.
    List<Event> events() {
        return blocks.stream().filter(block -> !block.name().isEmpty()).toList();
    }

    List<Event> events(String name) {
        return blocks.stream().filter(block -> block.name().equals(name)).toList();
    }

    List<Event> comments() {
        return blocks.stream().filter(block -> !block.comment().isEmpty()).toList();
    }

    LiveStream awaitOpen() {
        await().atMost(PATIENCE).until(() -> !blocks.isEmpty());
        return this;
    }

    List<Event> awaitBlocks(int atLeast, Predicate<Event> wanted) {
        await().atMost(PATIENCE).until(() -> blocks.stream().filter(wanted).count() >= atLeast);
        return blocks.stream().filter(wanted).toList();
    }

    List<Event> awaitEvents(int atLeast, String name) {
        return awaitBlocks(atLeast, event -> event.name().equals(name));
    }

    void awaitEnd() {
        await().atMost(PATIENCE).until(() -> ended);
    }

    boolean hasEnded() {
        return ended;
    }

    String lastId() {
        return blocks.stream()
                .map(Event::id)
                .filter(id -> !id.isEmpty())
                .reduce("", (first, second) -> second);
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void read() {
        try (var lines =
                new java.io.BufferedReader(
                        new java.io.InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            var id = "";
            var name = "";
            var data = "";
            var comment = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    blocks.add(new Event(id, name, data, comment));
                    id = name = data = comment = "";
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).strip();
                } else {
                    comment = comment + line + " ";
                }
            }
        } catch (IOException e) {
            // Left by us, or the server is gone: its end in either case.
        } finally {
            ended = true;
        }
    }
}
