package dev.lectern.embedded;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a normal end of the JVM does: first the work of those who use the infrastructure, then the
/// parts themselves, the last started first.
public final class AtExit {

    private static final Logger log = LoggerFactory.getLogger(AtExit.class);

    private static final Queue<AutoCloseable> ANNOUNCEMENTS = new ConcurrentLinkedQueue<>();
    private static final ConcurrentLinkedDeque<AutoCloseable> USERS = new ConcurrentLinkedDeque<>();
    private static final ConcurrentLinkedDeque<AutoCloseable> PARTS = new ConcurrentLinkedDeque<>();
    private static final Queue<AutoCloseable> REST = new ConcurrentLinkedQueue<>();

    /// Shared by the starts under way; the end takes it for itself and keeps it.
    private static final ReadWriteLock STARTS = new ReentrantReadWriteLock();

    private static volatile boolean begun;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::closeAll, "infrastructure-stop"));
    }

    private AtExit() {}

    /// Runs something before anything is closed.
    public static void announce(AutoCloseable announcement) {
        ANNOUNCEMENTS.add(announcement);
    }

    /// Closes a user of the infrastructure before any part stops, so that it never sees one
    /// missing.
    public static void closeFirst(AutoCloseable user) {
        USERS.push(user);
    }

    /// Closes something after every part has stopped.
    public static void closeLast(AutoCloseable rest) {
        REST.add(rest);
    }

    /// Whether this JVM is ending.
    public static boolean hasBegun() {
        return begun;
    }

    static void close(AutoCloseable part) {
        PARTS.push(part);
    }

    static void forget(AutoCloseable part) {
        PARTS.remove(part);
    }

    /// Runs the start of a part. The JVM does not end in the middle of it, which would leave a
    /// process that nobody knows of, and none begins while the JVM ends.
    static <T> T completely(Supplier<T> start) {
        var lock = STARTS.readLock();
        if (begun || !lock.tryLock()) {
            throw new IllegalStateException("this JVM is ending");
        }
        try {
            return start.get();
        } finally {
            lock.unlock();
        }
    }

    private static void closeAll() {
        begun = true;
        closeAll(ANNOUNCEMENTS);
        closeAll(USERS);
        closeAll(PARTS);
        STARTS.writeLock().lock();
        // What was just starting is a part by now.
        closeAll(PARTS);
        closeAll(REST);
    }

    private static void closeAll(Queue<AutoCloseable> some) {
        for (var next = some.poll(); next != null; next = some.poll()) {
            closeQuietly(next);
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception failed) {
            // The others must still be closed; there is nobody left to hand this to.
            log.warn("could not close {} at exit", closeable, failed);
        }
    }
}
