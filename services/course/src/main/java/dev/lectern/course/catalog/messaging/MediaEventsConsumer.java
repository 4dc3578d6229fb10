package dev.lectern.course.catalog.messaging;

import dev.lectern.common.copy.AssetCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.course.authoring.application.KeepingVideos;
import dev.lectern.course.catalog.application.KeepingCaptions;
import dev.lectern.events.media.AssetReady;
import dev.lectern.events.media.CaptionsChanged;
import dev.lectern.events.media.VideoReady;
import org.springframework.stereotype.Component;

/// What media tells, for the drafts and for the catalog.
@Component
class MediaEventsConsumer implements EventConsumer {

    private final KeepingVideos videos;
    private final KeepingCaptions captions;
    private final AssetCopy assets;

    MediaEventsConsumer(KeepingVideos videos, KeepingCaptions captions, AssetCopy assets) {
        this.videos = videos;
        this.captions = captions;
        this.assets = assets;
    }

    @Override
    public String producer() {
        return "media";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.on(VideoReady.class, videos::keep);
        on.on(AssetReady.class, assets::keep);
        on.onReceived(CaptionsChanged.class, captions::keep);
    }
}
