package dev.lectern.notification.application;

import dev.lectern.common.problem.GenericRefusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// All live streams that are open on this replica.
@Component
public class Streams {

    private static final Logger log = LoggerFactory.getLogger(Streams.class);

    private final SignalLog signals;
    private final StreamSettings settings;
    private final Clock clock;
    private final Map<UUID, List<OpenStream>> open = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;

    Streams(SignalLog signals, StreamSettings settings, Clock clock, MeterRegistry meters) {
        this.signals = signals;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("lectern.streams", count, AtomicInteger::get)
                .description("Live streams open on this replica")
                .register(meters);
    }

    /// Opens a stream; what happens from now on, or since the position, goes into the sink.
    ///
    /// @param expiresAt when the token of its reader ends, and the stream with it
    /// @param resumeFrom the last event id its reader has
    /// @return what the far end calls when the reader has gone
    public Runnable open(UUID user, Instant expiresAt, Optional<String> resumeFrom, Sink sink) {
        if (closing || count.get() >= settings.most()) {
            throw GenericRefusal.unavailable("There is no room for another stream. Try again.");
        }
        var stream = new OpenStream(user, expiresAt, resumeFrom, sink, signals, threads, clock);
        // Known before its first look, so that nothing falls between the two.
        add(stream);
        stream.wake();
        return () -> end(stream);
    }

    /// Somebody has a new signal.
    public void wake(UUID user) {
        open.getOrDefault(user, List.of()).forEach(OpenStream::wake);
    }

    /// Asks the rows whether anything was missed: one question for everybody who is here. Where the
    /// last one is still being answered, no further is asked.
    public void look() {
        if (!open.isEmpty() && looking.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    var heads = signals.headsOf(open.keySet());
                    all().filter(stream -> stream.number() < headOf(stream, heads))
                            .forEach(OpenStream::wake);
                } catch (DataAccessException | TransactionException e) {
                    log.warn("The rows of the streams cannot be read: {}", e.toString());
                } finally {
                    looking.set(false);
                }
            });
        }
    }

    /// Once a second: ends what has come to its end, and shows that the others live.
    public void beat() {
        var now = clock.instant();
        all().forEach(stream -> beat(stream, now));
    }

    /// Takes new ones, also after all were ended.
    public void admit() {
        closing = false;
    }

    /// Ends all of them, so that their readers go to another replica; none is taken any more.
    public void closeAll() {
        closing = true;
        all().toList().forEach(this::end);
    }

    @PreDestroy
    void stop() {
        closeAll();
        threads.shutdown();
    }

    private void beat(OpenStream stream, Instant now) {
        if (stream.isClosed() || !stream.expiresAt().isAfter(now)) {
            end(stream);
        } else if (stream.isBehind()) {
            stream.wake();
        } else if (!stream.commentedAt().plus(settings.commentEvery()).isAfter(now)) {
            stream.comment();
        }
    }

    private void add(OpenStream stream) {
        count.incrementAndGet();
        open.compute(
                stream.user(),
                (user, others) -> {
                    var all = new ArrayList<>(others == null ? List.of() : others);
                    all.add(stream);
                    // A page that was left may still look open here; refusing the new one would
                    // lock its reader out.
                    if (all.size() > settings.perCaller()) {
                        all.removeFirst().giveWay();
                        count.decrementAndGet();
                    }
                    return List.copyOf(all);
                });
    }

    private void end(OpenStream stream) {
        open.computeIfPresent(
                stream.user(),
                (user, all) -> {
                    if (!all.contains(stream)) {
                        return all;
                    }
                    count.decrementAndGet();
                    var left = all.stream().filter(other -> other != stream).toList();
                    return left.isEmpty() ? null : left;
                });
        // Not on the calling thread: a stalled reader would hold up whoever ends it.
        threads.execute(stream::close);
    }

    private static long headOf(OpenStream stream, Map<UUID, Long> heads) {
        return heads.getOrDefault(stream.user(), 0L);
    }

    private Stream<OpenStream> all() {
        return open.values().stream().flatMap(List::stream);
    }
}
