package dev.lectern.media.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.media.domain.Video;
import dev.lectern.media.domain.VideoFailure;
import dev.lectern.media.domain.VideoId;
import dev.lectern.media.domain.Videos;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How far the processing of a video is, each step in a transaction of its own: what is between
/// them may take an hour.
@Service
@Transactional
class RecordingProcessing {

    private final Videos videos;
    private final ClearingUploads clearing;
    private final DurableTasks tasks;

    RecordingProcessing(Videos videos, ClearingUploads clearing, DurableTasks tasks) {
        this.videos = videos;
        this.clearing = clearing;
        this.tasks = tasks;
    }

    /// What is to be processed.
    record Work(String sourceKey, String sha256) {}

    /// Begins, or begins again. There is nothing to do when the task was cut off after its end, or
    /// when there were enough tries.
    Optional<Work> begin(VideoId id) {
        var video = find(id);
        if (!video.isToBeProcessed()) {
            return Optional.empty();
        }
        video.process();
        save(video);
        if (!video.isToBeProcessed()) {
            return Optional.empty();
        }
        return Optional.of(new Work(video.sourceKey(), video.file().sha256()));
    }

    void ready(VideoId id, int seconds, boolean rendered) {
        var video = find(id);
        video.ready(seconds, rendered);
        save(video);
        tasks.soon(Timers.TRANSCRIBE, id.value().toString());
    }

    void fail(VideoId id, VideoFailure reason) {
        var video = find(id);
        video.fail(reason);
        save(video);
    }

    void tryFailed(VideoId id) {
        var video = find(id);
        video.tryFailed();
        save(video);
    }

    void postpone(VideoId id) {
        var video = find(id);
        video.postpone();
        save(video);
    }

    private void save(Video video) {
        videos.save(video);
        clearing.laterIfOver(video);
    }

    private Video find(VideoId id) {
        return videos.findById(id).orElseThrow(GenericRefusal::notFound);
    }
}
