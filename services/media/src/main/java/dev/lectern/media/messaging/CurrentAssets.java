package dev.lectern.media.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.media.AssetReady;
import dev.lectern.media.domain.Asset;
import dev.lectern.media.domain.AssetStatus;
import dev.lectern.media.domain.Assets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// Every image and file of a course that can be shown, for a copy that is built anew.
@Component
class CurrentAssets implements CurrentState {

    private final Assets assets;

    CurrentAssets(Assets assets) {
        this.assets = assets;
    }

    static AssetReady of(Asset asset) {
        return new AssetReady(
                asset.id().value(),
                asset.courseId().orElseThrow(),
                asset.type().isImage() ? "IMAGE" : "FILE");
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return AssetReady.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return assets
                .findByStatusAndCourseIdIsNotNullAndIdValueGreaterThanOrderByIdValue(
                        AssetStatus.READY, CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(asset -> new Snapshot(asset.id().value(), of(asset)))
                .toList();
    }
}
