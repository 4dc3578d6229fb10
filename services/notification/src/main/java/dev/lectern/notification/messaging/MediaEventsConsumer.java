package dev.lectern.notification.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.media.VideoFailed;
import dev.lectern.events.media.VideoReady;
import dev.lectern.notification.application.Announcing;
import dev.lectern.notification.application.Authors;
import dev.lectern.notification.application.Signalling;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News;
import dev.lectern.notification.domain.SignalName;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What media tells. It names no person, so everybody hears of it who works on the course.
@Component
class MediaEventsConsumer implements EventConsumer {

    private final Authors authors;
    private final Announcing announcing;
    private final Signalling signalling;

    MediaEventsConsumer(Authors authors, Announcing announcing, Signalling signalling) {
        this.authors = authors;
        this.announcing = announcing;
        this.signalling = signalling;
    }

    @Override
    public String producer() {
        return "media";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onNews(
                        VideoReady.class,
                        told ->
                                tell(
                                        Kind.VIDEO_READY,
                                        told.event().videoId(),
                                        told.event().courseId()))
                .onNews(
                        VideoFailed.class,
                        told ->
                                tell(
                                        Kind.VIDEO_FAILED,
                                        told.event().videoId(),
                                        told.event().courseId()));
    }

    private void tell(Kind kind, UUID video, UUID course) {
        for (var author : authors.of(course)) {
            signalling.signal(
                    author, SignalName.VIDEO, Map.of("videoId", video, "courseId", course));
            announcing.announce(News.of(kind, author, video).inCourse(course));
        }
    }
}
