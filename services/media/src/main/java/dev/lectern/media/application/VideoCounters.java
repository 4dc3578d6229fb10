package dev.lectern.media.application;

import dev.lectern.media.domain.Video;
import dev.lectern.media.domain.VideoEvent;
import dev.lectern.media.domain.VideoFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// What the business counts of videos: the minutes that can be played, and the failures by reason.
@Component
class VideoCounters {

    private static final double SECONDS_PER_MINUTE = 60;

    private final Counter minutes;
    private final Map<VideoFailure, Counter> failures = new EnumMap<>(VideoFailure.class);

    VideoCounters(MeterRegistry meters) {
        minutes =
                Counter.builder("lectern.videos.minutes")
                        .description("Minutes of video made ready to be played")
                        .register(meters);
        for (var reason : VideoFailure.values()) {
            failures.put(
                    reason,
                    Counter.builder("lectern.videos.failed")
                            .description("Videos that will never be ready")
                            .tag("reason", reason.name())
                            .register(meters));
        }
    }

    @TransactionalEventListener
    void count(VideoEvent happened) {
        switch (happened) {
            case VideoEvent.Uploaded _ -> {}
            case VideoEvent.Ready(var video) -> minutes.increment(minutesOf(video));
            case VideoEvent.Failed(var video) ->
                    video.failure().map(failures::get).ifPresent(Counter::increment);
        }
    }

    private static double minutesOf(Video video) {
        return video.durationSeconds() / SECONDS_PER_MINUTE;
    }
}
