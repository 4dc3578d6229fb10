package dev.lectern.media.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.media.PortraitReady;
import dev.lectern.media.domain.Asset;
import dev.lectern.media.domain.AssetStatus;
import dev.lectern.media.domain.Assets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// Every picture of somebody's own that can be shown, for a copy that is built anew.
@Component
class CurrentPortraits implements CurrentState {

    private final Assets assets;

    CurrentPortraits(Assets assets) {
        this.assets = assets;
    }

    static PortraitReady of(Asset portrait) {
        return new PortraitReady(portrait.id().value(), portrait.userId());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return PortraitReady.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return assets
                .findByStatusAndCourseIdIsNullAndIdValueGreaterThanOrderByIdValue(
                        AssetStatus.READY, CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(asset -> new Snapshot(asset.id().value(), of(asset)))
                .toList();
    }
}
