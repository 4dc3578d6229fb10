package dev.lectern.media.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.media.VideoReady;
import dev.lectern.media.domain.Video;
import dev.lectern.media.domain.VideoStatus;
import dev.lectern.media.domain.Videos;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// Every video that can be played, for a copy that is built anew.
@Component
class CurrentVideos implements CurrentState {

    private final Videos videos;

    CurrentVideos(Videos videos) {
        this.videos = videos;
    }

    static VideoReady of(Video video) {
        return new VideoReady(video.id().value(), video.courseId(), video.durationSeconds());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return VideoReady.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return videos
                .findByStatusAndIdValueGreaterThanOrderByIdValue(
                        VideoStatus.READY, CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(video -> new Snapshot(video.id().value(), of(video)))
                .toList();
    }
}
