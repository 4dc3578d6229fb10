package dev.lectern.notification;

import static org.awaitility.Awaitility.await;

import dev.lectern.client.EventStream;
import dev.lectern.client.EventStream.Block;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A reader of one live stream who waits for what should come.
record LiveStream(EventStream stream) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static LiveStream open(int port, String token, @Nullable String lastEventId) {
        var address = URI.create("http://localhost:" + port + "/api/v1/notifications/stream");
        return new LiveStream(EventStream.open(address, token, lastEventId));
    }

    HttpResponse<InputStream> answer() {
        return stream.answer();
    }

    /// The events so far, without comments.
    List<Block> events() {
        return stream.blocks().stream().filter(block -> !block.name().isEmpty()).toList();
    }

    List<Block> events(String name) {
        return stream.events(name);
    }

    List<Block> comments() {
        return stream.blocks().stream().filter(block -> !block.comment().isEmpty()).toList();
    }

    LiveStream awaitOpen() {
        await().atMost(PATIENCE).until(() -> !stream.blocks().isEmpty());
        return this;
    }

    List<Block> awaitBlocks(int atLeast, Predicate<Block> wanted) {
        return await().atMost(PATIENCE)
                .until(
                        () -> stream.blocks().stream().filter(wanted).toList(),
                        blocks -> blocks.size() >= atLeast);
    }

    List<Block> awaitEvents(int atLeast, String name) {
        return awaitBlocks(atLeast, event -> event.name().equals(name));
    }

    void awaitEnd() {
        await().atMost(PATIENCE).until(stream::hasEnded);
    }

    boolean hasEnded() {
        return stream.hasEnded();
    }

    /// Also that of a comment.
    String lastId() {
        return stream.blocks().stream()
                .map(Block::id)
                .filter(id -> !id.isEmpty())
                .reduce("", (first, second) -> second);
    }

    @Override
    public void close() {
        stream.close();
    }
}
