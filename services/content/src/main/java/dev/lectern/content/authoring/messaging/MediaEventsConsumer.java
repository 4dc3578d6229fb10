package dev.lectern.content.authoring.messaging;

import dev.lectern.common.copy.AssetCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.media.AssetReady;
import org.springframework.stereotype.Component;

/// What media tells: which images and files can be shown.
@Component
class MediaEventsConsumer implements EventConsumer {

    private final AssetCopy assets;

    MediaEventsConsumer(AssetCopy assets) {
        this.assets = assets;
    }

    @Override
    public String producer() {
        return "media";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.on(AssetReady.class, assets::keep);
    }
}
