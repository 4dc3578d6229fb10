package dev.lectern.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.notification.application.Signalling;
import dev.lectern.notification.domain.SignalName;
import dev.lectern.testing.identity.TestIdentity;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Five hundred readers at once, each on a connection of its own.
class ManyStreamsTest extends NotificationServiceTest {

    private static final int READERS = 500;

    @Autowired Signalling signalling;

    private record Reader(UUID person, LiveStream stream) {}

    @Test
    void costNoThreadsAndKeepNobodyWaiting() throws Exception {
        var threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
        var readers = openAll();
        try {
            awaitAll(readers, stream -> !stream.comments().isEmpty());
            var threads = ManagementFactory.getThreadMXBean().getThreadCount() - threadsBefore;

            readers.forEach(reader ->
                    signalling.signal(reader.person(), SignalName.PROGRESS, Map.of("percent", 50)));

            awaitAll(readers, stream -> !stream.events("progress").isEmpty());
            assertThat(readers)
                    .allSatisfy(
                            reader -> assertThat(reader.stream().events("progress")).hasSize(1));
            assertThat(threads).as("platform threads more than before").isLessThan(50);
            var lists = as(learner).get(INBOX);
            assertThat(lists.status()).isEqualTo(200);
            awaitComments(readers);
            aStalledReaderDelaysNobody(readers);
        } finally {
            readers.forEach(reader -> reader.stream().close());
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(as(learner).get("/actuator/prometheus").body())
                                .contains("lectern_streams 0.0"));
    }

    private List<Reader> openAll() throws Exception {
        try (var threads = Executors.newFixedThreadPool(32)) {
            List<Callable<Reader>> calls =
                    IntStream.range(0, READERS)
                            .<Callable<Reader>>mapToObj(i ->
                                    () -> {
                                        var person = UUID.randomUUID();
                                        return new Reader(
                                                person,
                                                LiveStream.open(
                                                        port,
                                                        TestIdentity.tokenOf(person, "learner"),
                                                        null));
                                    })
                            .toList();
            return threads.invokeAll(calls).stream().map(future -> future.resultNow()).toList();
        }
    }

    private static void awaitAll(List<Reader> readers, Predicate<LiveStream> condition) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> readers.stream().allMatch(reader -> condition.test(reader.stream())));
    }

    private static void awaitComments(List<Reader> readers) {
        var before = readers.stream().mapToInt(r -> r.stream().comments().size()).toArray();
        await().atMost(PATIENCE)
                .until(() ->
                        IntStream.range(0, readers.size())
                                .allMatch(i ->
                                        readers.get(i).stream().comments().size() > before[i]));
    }

    private void aStalledReaderDelaysNobody(List<Reader> readers) throws Exception {
        var stalled = UUID.randomUUID();
        try (var socket = new java.net.Socket("localhost", port)) {
            socket.setReceiveBufferSize(1024);
            socket.getOutputStream()
                    .write(
                            """
                            GET /api/v1/notifications/stream HTTP/1.1\r
                            Host: localhost\r
                            Accept: text/event-stream\r
                            Authorization: Bearer %s\r
                            \r
                            """
                                    .formatted(TestIdentity.tokenOf(stalled, "learner"))
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var large = Map.of("filler", "x".repeat(500_000));
            for (var i = 0; i < 20; i++) {
                signalling.signal(stalled, SignalName.PROGRESS, large);
            }
            var other = readers.getFirst();
            signalling.signal(other.person(), SignalName.PROGRESS, Map.of("percent", 60));
            assertThat(other.stream().awaitEvents(2, "progress")).hasSize(2);
        }
    }
}
