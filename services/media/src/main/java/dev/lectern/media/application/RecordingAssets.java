package dev.lectern.media.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.media.domain.Asset;
import dev.lectern.media.domain.AssetFailure;
import dev.lectern.media.domain.AssetId;
import dev.lectern.media.domain.Assets;
import dev.lectern.media.domain.Picture;
import dev.lectern.media.domain.StoredObject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How far an image or a file is, each step in a transaction of its own: between them the store is
/// asked.
@Service
@Transactional
class RecordingAssets {

    private final Assets assets;
    private final Quota quota;
    private final ClearingUploads clearing;
    private final DurableTasks tasks;
    private final Clock clock;

    RecordingAssets(
            Assets assets, Quota quota, ClearingUploads clearing, DurableTasks tasks, Clock clock) {
        this.assets = assets;
        this.quota = quota;
        this.clearing = clearing;
        this.tasks = tasks;
        this.clock = clock;
    }

    void announce(Asset asset) {
        asset.courseId()
                .ifPresentOrElse(
                        course -> quota.require(course, asset.file().sizeBytes()),
                        () -> quota.requireForPortrait(asset.userId(), clock.instant()));
        assets.save(asset);
        tasks.at(asset.uploadEndsAt(), Timers.EXPIRE_ASSET, asset.id().value().toString());
    }

    @Transactional(readOnly = true)
    Optional<Asset> find(AssetId id) {
        return assets.readById(id);
    }

    /// The store has the object. It is looked at after the commit, once: whoever tells it again
    /// finds its task waiting, or the asset further on.
    void arrived(AssetId id, StoredObject object) {
        change(id, asset -> asset.arrive(object));
    }

    void expire(AssetId id) {
        change(id, asset -> asset.expire(clock.instant()));
    }

    void ready(AssetId id, @Nullable Picture picture) {
        change(id, asset -> asset.ready(picture));
    }

    void fail(AssetId id, AssetFailure reason) {
        change(id, asset -> asset.fail(reason));
    }

    private void change(AssetId id, Consumer<Asset> change) {
        var asset = assets.findById(id).orElseThrow(GenericRefusal::notFound);
        change.accept(asset);
        assets.save(asset);
        if (asset.isToBeChecked()) {
            tasks.soon(Timers.CHECK_ASSET, id.value().toString());
        }
        clearing.laterIfOver(asset);
    }
}
