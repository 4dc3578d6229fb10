package dev.lectern.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Reads a stream of server-sent events, as a browser does, until it is closed or ends. What has
/// come so far can be asked for at any time.
public final class EventStream implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// One block of the stream; what it does not have is empty.
    ///
    /// @param comment what a browser does not hand on
    public record Block(String id, String name, String data, String comment) {}

    private final HttpResponse<InputStream> answer;
    private final List<Block> blocks = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        Thread.ofVirtual().start(this::read);
    }

    /// @param lastEventId the id of the last block that was read before, null for none
    public static EventStream open(URI address, String token, @Nullable String lastEventId) {
        var request =
                HttpRequest.newBuilder(address)
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new EventStream(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<InputStream> answer() {
        return answer;
    }

    /// All that has come so far.
    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /// The events of this name so far.
    public List<Block> events(String name) {
        return blocks.stream().filter(block -> block.name().equals(name)).toList();
    }

    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (var lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            var id = "";
            var name = "";
            var data = "";
            var comment = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    blocks.add(new Block(id, name, data, comment));
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
