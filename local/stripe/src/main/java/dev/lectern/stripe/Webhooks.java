package dev.lectern.stripe;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tells the receiver what happened, again and with growing pauses until it answers.
final class Webhooks implements AutoCloseable {

    /// Of the SDK the platform uses; it reads nothing else.
    static final String API_VERSION = "2026-07-29.dahlia";

    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 20;
    private static final int AT_ONCE = 8;

    private final Store store;
    private final Settings settings;
    private final ScheduledExecutorService scheduler;
    private final ExecutorService threads;
    private final Semaphore atOnce = new Semaphore(AT_ONCE);
    private final ReadWriteLock turns = new ReentrantReadWriteLock();
    private final Hold hold = new Hold();
    private final Sender sender = new Sender();

    Webhooks(
            Store store,
            Settings settings,
            ScheduledExecutorService scheduler,
            ExecutorService threads) {
        this.store = store;
        this.settings = settings;
        this.scheduler = scheduler;
        this.threads = threads;
    }

    /// Keeps an event of this object as it is now, and sends it.
    void tell(String type, ObjectNode object) {
        var event =
                store.create(Kind.EVENT)
                        .put("type", type)
                        .put("api_version", API_VERSION)
                        .put("pending_webhooks", 1);
        event.putObject("request").putNull("id").putNull("idempotency_key");
        event.putObject("data").set("object", object.deepCopy());
        send(event);
    }

    /// Sends what an earlier stand-in did not get rid of.
    void resume() {
        store.reading(this::pending).forEach(this::send);
    }

    /// Sends the events about these objects at once, and each so often. Meanwhile nothing else is
    /// sent, so that what comes is what was asked for. A forged one leaves the genuine one to come.
    Delivered again(Set<String> objects, Deliveries wish) {
        String secret = wish.forged() ? "whsec_forged" : settings.webhookSecret();
        var events =
                store.reading(() ->
                        store.all(Kind.EVENT).filter(event -> isAbout(event, objects)).toList());
        int taken = 0;
        turns.writeLock().lock();
        try {
            for (var event : wish.reversed() ? events.reversed() : events) {
                for (int i = 0; i < wish.times(); i++) {
                    if (post(event, secret)) {
                        taken++;
                        if (!wish.forged()) {
                            isTaken(event);
                        }
                    }
                }
            }
        } finally {
            turns.writeLock().unlock();
        }
        return new Delivered(events.size() * wish.times(), taken);
    }

    /// Keeps back all that would be sent by itself; none is under way when this returns.
    void hold() {
        turns.writeLock().lock();
        try {
            hold.begin();
        } finally {
            turns.writeLock().unlock();
        }
    }

    /// Sends what was kept back, and holds no longer.
    void release() {
        hold.end().forEach(threads::execute);
    }

    /// Loses what was not taken so far, and holds no longer.
    void drop() {
        store.changing(() -> {
            pending().forEach(event -> event.put("pending_webhooks", 0));
            return true;
        });
        release();
    }

    @Override
    public void close() {
        sender.close();
    }

    private static boolean isAbout(ObjectNode event, Set<String> objects) {
        var object = event.path("data").path("object");
        return objects.contains(Store.text(object, "id"))
                || objects.contains(Store.text(object, "payment_intent"));
    }

    private void send(ObjectNode event) {
        threads.execute(() -> attempt(event, 1, settings.firstPause()));
    }

    private void attempt(ObjectNode event, int number, Duration pause) {
        turns.readLock().lock();
        try {
            if (hold.keeps(() -> attempt(event, number, pause)) || isTakenNow(event)) {
                return;
            }
        } finally {
            turns.readLock().unlock();
        }
        if (number == ATTEMPTS) {
            log.warn("gave up telling {} of {}", settings.webhook(), Store.text(event, "type"));
            return;
        }
        Duration next =
                pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                        ? pause.multipliedBy(2)
                        : LONGEST_PAUSE;
        var _ =
                scheduler.schedule(
                        () -> threads.execute(() -> attempt(event, number + 1, next)),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// Sends it, unless it was taken since.
    private boolean isTakenNow(ObjectNode event) {
        try {
            atOnce.acquire();
            try {
                return wasTaken(event) || (post(event, settings.webhookSecret()) && isTaken(event));
            } finally {
                atOnce.release();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private List<ObjectNode> pending() {
        return store.all(Kind.EVENT)
                .filter(event -> event.path("pending_webhooks").asInt() > 0)
                .toList();
    }

    private boolean wasTaken(ObjectNode event) {
        return store.reading(() -> event.path("pending_webhooks").asInt() == 0);
    }

    private boolean isTaken(ObjectNode event) {
        store.changing(() -> event.put("pending_webhooks", 0));
        return true;
    }

    /// Whether the receiver took it.
    private boolean post(ObjectNode event, String secret) {
        String payload = store.reading(event::toString);
        return sender.send(settings.webhook(), payload, Signature.of(payload, secret, store.now()));
    }
}
