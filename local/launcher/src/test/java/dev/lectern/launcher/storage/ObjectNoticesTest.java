package dev.lectern.launcher.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lectern.launcher.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectNoticesTest {

    @TempDir Path bucket;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger deaf = new AtomicInteger();

    @Test
    void tellOfWhatArrives() throws IOException {
        try (var notices = new ObjectNotices(bucket, this::hear)) {
            notices.watch();

            arrive("one");
            arrive("two");

            await().until(() -> heard.containsAll(List.of("uploads/one", "uploads/two")));
        }
    }

    @Test
    void tellOfWhatArrivedWhileNobodyWatched() throws IOException {
        try (var notices = new ObjectNotices(bucket, this::hear)) {
            arrive("before");

            notices.watch();

            await().until(() -> heard.contains("uploads/before"));
        }
    }

    @Test
    void goOnAfterTheStoreHasRemovedTheEmptyFolder() throws IOException {
        try (var notices = new ObjectNotices(bucket, this::hear)) {
            arrive("one");
            notices.watch();
            await().until(() -> heard.contains("uploads/one"));
            Files.delete(bucket.resolve("uploads/one"));
            Files.delete(bucket.resolve("uploads"));

            arrive("two");

            await().until(() -> heard.contains("uploads/two"));
        }
    }

    @Test
    void areRepeatedUntilTheyAreHeard() throws IOException {
        deaf.set(2);
        try (var notices = new ObjectNotices(bucket, this::hear)) {
            notices.watch();

            arrive("one");

            await().until(() -> heard.equals(List.of("uploads/one")));
        }
    }

    @Test
    void sayWhereTheyWereNotHeard() {
        deaf.set(1);
        try (var notices = new ObjectNotices(bucket, this::hear)) {
            assertThatThrownBy(() -> notices.tell("uploads/one")).isInstanceOf(Failure.class);
        }
    }

    /// The store writes elsewhere and then moves it to its place.
    private void arrive(String name) throws IOException {
        var written = Files.writeString(bucket.resolve(name), "bytes");
        var uploads = Files.createDirectories(bucket.resolve("uploads"));
        Files.move(written, uploads.resolve(name));
    }

    private void hear(String key) {
        if (deaf.getAndDecrement() > 0) {
            throw new Failure("media does not answer");
        }
        heard.add(key);
    }
}
