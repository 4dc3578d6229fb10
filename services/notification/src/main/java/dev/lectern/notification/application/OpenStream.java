package dev.lectern.notification.application;

import dev.lectern.notification.domain.SignalName;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// One live stream. Whatever it is asked to do, one thread at a time does it, and no thread is held
/// while nothing happens: a stalled reader delays nobody else.
final class OpenStream {

    private static final Logger log = LoggerFactory.getLogger(OpenStream.class);
    private static final int BATCH = 100;

    private final UUID user;
    private final Instant expiresAt;
    private final Sink sink;
    private final SignalLog signals;
    private final Executor threads;
    private final Clock clock;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Optional<String> resumeFrom;
    private volatile boolean opened;
    private volatile boolean toLook;
    private volatile boolean toComment;
    private volatile boolean toGiveWay;
    private volatile boolean behind;
    private volatile boolean closed;
    private volatile Instant commentedAt;
    private volatile long number;

    OpenStream(
            UUID user,
            Instant expiresAt,
            Optional<String> resumeFrom,
            Sink sink,
            SignalLog signals,
            Executor threads,
            Clock clock) {
        this.user = user;
        this.expiresAt = expiresAt;
        this.resumeFrom = resumeFrom;
        this.sink = sink;
        this.signals = signals;
        this.threads = threads;
        this.clock = clock;
        this.commentedAt = clock.instant();
    }

    UUID user() {
        return user;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant commentedAt() {
        return commentedAt;
    }

    boolean isClosed() {
        return closed;
    }

    /// Whether the database could not be asked, so that there may be something to send.
    boolean isBehind() {
        return behind;
    }

    /// The number of the last signal it has sent.
    long number() {
        return number;
    }

    /// There may be something to send.
    void wake() {
        toLook = true;
        run();
    }

    /// Shows that it is alive.
    void comment() {
        commentedAt = clock.instant();
        toComment = true;
        run();
    }

    /// Ends in favour of a newer one.
    void giveWay() {
        toGiveWay = true;
        run();
    }

    void close() {
        if (!closed) {
            closed = true;
            sink.close();
        }
    }

    private void run() {
        if (calls.getAndIncrement() == 0) {
            threads.execute(this::work);
        }
    }

    private void work() {
        int seen;
        do {
            seen = calls.get();
            if (!closed) {
                step();
            }
        } while (!calls.compareAndSet(seen, 0));
    }

    private void step() {
        try {
            if (!opened) {
                open();
                opened = true;
            }
            if (toLook) {
                toLook = false;
                sendNew();
            }
            if (toComment) {
                toComment = false;
                sink.comment(positionNow());
            }
            if (toGiveWay) {
                sink.comeBackLater();
                close();
            }
            behind = false;
        } catch (DataAccessException | TransactionException e) {
            log.warn("A stream could not read its rows: {}", e.toString());
            toLook = true;
            behind = true;
        } catch (IOException | IllegalStateException e) {
            // The reader has gone; it comes back by itself and says how far it had come.
            close();
        }
    }

    private void open() throws IOException {
        var head = signals.headOf(user);
        var position = resumeFrom.flatMap(StreamPosition::parse);
        if (position.isPresent() && position.get().isGood(head, clock.instant())) {
            number = position.get().number();
            sink.comment(position.get().toString());
            return;
        }
        number = head;
        if (resumeFrom.isPresent()) {
            sink.event(positionNow(), SignalName.RESET.onTheWire(), "{}");
        } else {
            sink.comment(positionNow());
        }
        resumeFrom = Optional.empty();
    }

    private void sendNew() throws IOException {
        @Nullable Long last = number;
        while (last != null) {
            last = sendBatch();
        }
    }

    /// @return the last number of a full batch, or null when none is left
    private @Nullable Long sendBatch() throws IOException {
        var batch = signals.after(user, number, BATCH);
        for (var signal : batch) {
            var id = new StreamPosition(signal.at(), signal.number()).toString();
            sink.event(id, signal.name(), signal.data());
            number = signal.number();
        }
        return batch.size() < BATCH ? null : number;
    }

    /// Everything up to its number is sent, so the time may be that of now.
    private String positionNow() {
        return new StreamPosition(clock.instant(), number).toString();
    }
}
