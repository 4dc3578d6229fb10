package dev.lectern.media.application;

import dev.lectern.common.task.DurableTasks;
import dev.lectern.media.domain.Asset;
import dev.lectern.media.domain.Video;
import dev.lectern.media.domain.VideoStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes out of the store what an upload left there, once nobody needs it and no signed address can
/// write there any more. It is remembered with the end of the upload, so none is left behind.
@Component
public class ClearingUploads {

    /// Longer than any address is good for.
    private static final Duration UNSIGNED = Duration.ofMinutes(16);

    private final ObjectStore store;
    private final DurableTasks tasks;
    private final Clock clock;

    ClearingUploads(ObjectStore store, DurableTasks tasks, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// @param partsToken of the collection, where it was sent in parts
    public record Leftover(String key, @Nullable String partsToken) {}

    void laterIfOver(Video video) {
        if (video.status() == VideoStatus.READY || video.status() == VideoStatus.FAILED) {
            later(video);
        }
    }

    void later(Video video) {
        later(video.id().value(), new Leftover(video.sourceKey(), video.partsToken().orElse(null)));
    }

    void laterIfOver(Asset asset) {
        if (asset.isOver()) {
            later(asset.id().value(), new Leftover(asset.sourceKey(), null));
        }
    }

    private void later(UUID upload, Leftover leftover) {
        tasks.at(clock.instant().plus(UNSIGNED), Timers.CLEAR_UPLOAD, upload.toString(), leftover);
    }

    public void clear(Leftover leftover) {
        if (leftover.partsToken() != null) {
            store.dropParts(leftover.key(), leftover.partsToken());
        }
        store.remove(leftover.key());
    }
}
