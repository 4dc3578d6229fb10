package dev.lectern.course.authoring.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.course.authoring.application.KeepingVideos;
import dev.lectern.events.media.VideoReady;
import org.springframework.stereotype.Component;

/// What media tells.
@Component
class MediaEventsConsumer implements EventConsumer {

    private final KeepingVideos videos;

    MediaEventsConsumer(KeepingVideos videos) {
        this.videos = videos;
    }

    @Override
    public String producer() {
        return "media";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.on(VideoReady.class, videos::keep);
    }
}
