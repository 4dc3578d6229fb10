package dev.lectern.launcher.storage;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.operator.Operator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells media of the uploads that arrive in the object store, as the store of the cloud does: the
/// one of this machine says nothing by itself, so its folder is watched. What arrived while nobody
/// watched is told at the start.
public final class ObjectNotices implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ObjectNotices.class);
    private static final String MEDIA = "media";
    private static final String UPLOADS = "uploads";

    /// How long media may be away; its own clients can still say that they have sent everything.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final Path bucket;
    private final Path folder;
    private final Consumer<String> listener;
    private final WatchService watch;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param bucket its folder
    /// @param listener hears the key of an object, and throws where it could not
    public ObjectNotices(Path bucket, Consumer<String> listener) {
        this.bucket = bucket;
        this.folder = bucket.resolve(UPLOADS);
        this.listener = listener;
        try {
            Files.createDirectories(bucket);
            this.watch = bucket.getFileSystem().newWatchService();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNotices toMedia(Path bucket, Operator operator) {
        return new ObjectNotices(
                bucket,
                key -> operator.post(MEDIA, "/internal/storage/object-created", notice(key)));
    }

    /// In the words of S3.
    private static Map<String, ?> notice(String key) {
        return Map.of(
                "Records",
                List.of(
                        Map.of(
                                "eventName",
                                "ObjectCreated:Put",
                                "s3",
                                Map.of("object", Map.of("key", key)))));
    }

    /// Tells of one object now.
    public void tell(String key) {
        listener.accept(key);
    }

    /// Begins; media should be there by now.
    public void watch() {
        try {
            bucket.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        watchUploads();
        threads.execute(this::tellOfArrivals);
    }

    /// The store removes a folder with its last object and makes it again for the next one, which
    /// is seen in the bucket.
    private void watchUploads() {
        try {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            tellOfAll();
        } catch (NoSuchFileException none) {
            log.debug("There are no uploads in the object store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            watch.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void tellOfArrivals() {
        try {
            while (true) {
                WatchKey key = watch.take();
                var isOfBucket = bucket.equals(key.watchable());
                for (var event : key.pollEvents()) {
                    if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                        watchUploads();
                    } else if (event.context() instanceof Path file) {
                        if (!isOfBucket) {
                            tellLater(file);
                        } else if (file.endsWith(UPLOADS)) {
                            watchUploads();
                        }
                    }
                }
                if (!key.reset() && isOfBucket) {
                    log.warn("The bucket is gone, so nobody tells media of uploads any more");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException closed) {
            log.debug("The object store is watched no more");
        }
    }

    private void tellOfAll() throws IOException {
        try (var files = Files.list(folder)) {
            files.map(Path::getFileName).forEach(this::tellLater);
        }
    }

    private void tellLater(Path file) {
        String key = UPLOADS + "/" + file;
        threads.execute(() -> tellUntilHeard(key));
    }

    private void tellUntilHeard(String key) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                tell(key);
                return;
            } catch (Failure notHeard) {
                if (System.nanoTime() > end) {
                    log.warn("media was not told of {}: {}", key, notHeard.getMessage());
                    return;
                }
            }
            try {
                Thread.sleep(BETWEEN_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
