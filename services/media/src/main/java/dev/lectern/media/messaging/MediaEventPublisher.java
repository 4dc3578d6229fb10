package dev.lectern.media.messaging;

import dev.lectern.common.event.Outbox;
import dev.lectern.events.media.CaptionsChanged;
import dev.lectern.events.media.CaptionsFailed;
import dev.lectern.events.media.VideoFailed;
import dev.lectern.media.domain.AssetEvent;
import dev.lectern.media.domain.CaptionEvent;
import dev.lectern.media.domain.VideoEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what leaves the house: every domain event, as its contract, in the same transaction. A
/// new one does not compile until it has a line here.
@Component
class MediaEventPublisher {

    private final Outbox outbox;

    MediaEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(VideoEvent happened) {
        switch (happened) {
            case VideoEvent.Uploaded _ -> {
                // The processing it leads to is ours alone.
            }
            case VideoEvent.Ready(var video) ->
                    outbox.append(video.id().value(), CurrentVideos.of(video));
            case VideoEvent.Failed(var video) ->
                    outbox.append(
                            video.id().value(),
                            new VideoFailed(
                                    video.id().value(),
                                    video.courseId(),
                                    video.failure().orElseThrow().name()));
        }
    }

    @EventListener
    void publish(AssetEvent happened) {
        switch (happened) {
            case AssetEvent.Ready(var asset) ->
                    outbox.append(asset.id().value(), CurrentAssets.of(asset));
            case AssetEvent.PortraitReady(var portrait) ->
                    outbox.append(portrait.id().value(), CurrentPortraits.of(portrait));
        }
    }

    @EventListener
    void publish(CaptionEvent happened) {
        switch (happened) {
            case CaptionEvent.Changed(var video, var course, var languages) ->
                    outbox.append(video, new CaptionsChanged(video, course, languages));
            case CaptionEvent.Failed(var video, var course) ->
                    outbox.append(video, new CaptionsFailed(video, course));
        }
    }
}
