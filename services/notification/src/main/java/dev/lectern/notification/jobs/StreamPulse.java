package dev.lectern.notification.jobs;

import dev.lectern.notification.application.OtherReplicas;
import dev.lectern.notification.application.Streams;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The heartbeat of all streams: one thread for all of them. It looks at the rows only while the
/// replicas cannot tell each other, and once more when they can again.
@Component
class StreamPulse implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StreamPulse.class);
    private static final int LOOK_EVERY = 2;
    private static final int LONG = 10;

    private final Streams streams;
    private final OtherReplicas others;
    private @Nullable ScheduledExecutorService seconds;
    private boolean reached;
    private int unreached;
    private volatile boolean running;

    StreamPulse(Streams streams, OtherReplicas others) {
        this.streams = streams;
        this.others = others;
    }

    @Override
    public void start() {
        streams.admit();
        var thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("streams").factory());
        var _ = thread.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
        seconds = thread;
        running = true;
    }

    private void beat() {
        try {
            streams.beat();
            watchReplicas();
        } catch (RuntimeException e) {
            // Otherwise the scheduler would drop it for good.
            log.error("The streams could not be kept alive", e);
        }
    }

    private void watchReplicas() {
        var reachedNow = others.wereReached();
        if (reachedNow != reached) {
            log.info("The replicas {} tell each other of signals", reachedNow ? "can" : "cannot");
            streams.look();
            unreached = 0;
        } else if (!reachedNow && ++unreached % LOOK_EVERY == 0) {
            streams.look();
        }
        if (unreached == LONG) {
            log.warn("The replicas cannot tell each other of signals; they look at the rows");
        }
        reached = reachedNow;
    }

    /// Before the web server waits for its requests to end: streams never do by themselves.
    @Override
    public void stop() {
        running = false;
        if (seconds != null) {
            seconds.shutdownNow();
        }
        streams.closeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
