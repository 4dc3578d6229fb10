package dev.lectern.embedded;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a normal end of the JVM does: first the work of those who use the infrastructure, then the
/// parts themselves, the last started first.
public final class AtExit {

    private static final Logger log = LoggerFactory.getLogger(AtExit.class);

    private static final Deque<AutoCloseable> USERS = new ConcurrentLinkedDeque<>();
    private static final Deque<AutoCloseable> PARTS = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::closeAll, "infrastructure-stop"));
    }

    private AtExit() {}

    /// Closes a user of the infrastructure before any part stops, so that it never sees one
    /// missing.
    public static void closeFirst(AutoCloseable user) {
        USERS.push(user);
    }

    /// Closes something after every part has stopped.
    public static void closeLast(AutoCloseable rest) {
        PARTS.addLast(rest);
    }

    static void close(AutoCloseable part) {
        PARTS.push(part);
    }

    static void forget(AutoCloseable part) {
        PARTS.remove(part);
    }

    private static void closeAll() {
        USERS.forEach(AtExit::closeQuietly);
        PARTS.forEach(AtExit::closeQuietly);
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
