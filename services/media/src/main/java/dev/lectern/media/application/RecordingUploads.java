package dev.lectern.media.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.media.domain.StoredObject;
import dev.lectern.media.domain.UploadId;
import dev.lectern.media.domain.Video;
import dev.lectern.media.domain.VideoId;
import dev.lectern.media.domain.VideoStatus;
import dev.lectern.media.domain.Videos;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What uploads leave behind, each step in a transaction of its own: between them the store is
/// asked.
@Service
@Transactional
class RecordingUploads {

    private final Videos videos;
    private final Quota quota;
    private final ClearingUploads clearing;
    private final DurableTasks tasks;
    private final Clock clock;

    RecordingUploads(
            Videos videos, Quota quota, ClearingUploads clearing, DurableTasks tasks, Clock clock) {
        this.videos = videos;
        this.quota = quota;
        this.clearing = clearing;
        this.tasks = tasks;
        this.clock = clock;
    }

    void announce(Video video) {
        quota.require(video.courseId(), video.file().sizeBytes());
        videos.save(video);
        tasks.at(video.uploadEndsAt(), Timers.EXPIRE_UPLOAD, video.id().value().toString());
    }

    void collectParts(VideoId id, String token) {
        var video = find(id);
        video.collectParts(token);
        videos.save(video);
    }

    /// The store has the object. Its processing begins with the commit, once: whoever tells it
    /// again finds the video uploaded and its task waiting, or both further on.
    void arrived(VideoId id, StoredObject object) {
        var video = find(id);
        video.arrive(object);
        videos.save(video);
        if (video.status() == VideoStatus.UPLOADED) {
            tasks.soon(Timers.MAKE_PLAYABLE, id.value().toString());
        }
        clearing.laterIfOver(video);
    }

    /// Forgets a video of which not everything has arrived.
    void cancel(VideoId id) {
        var video = find(id);
        video.requireUploading();
        videos.delete(video);
        clearing.later(video);
    }

    /// Gives an upload up whose time is over. One that was cancelled is not there any more.
    void expire(VideoId id) {
        videos.findById(id)
                .ifPresent(video -> {
                    video.expire(clock.instant());
                    videos.save(video);
                    clearing.laterIfOver(video);
                });
    }

    @Transactional(readOnly = true)
    Video own(UploadId upload, UUID user) {
        return videos.findByUploadId(upload)
                .filter(video -> video.userId().equals(user))
                .orElseThrow(GenericRefusal::notFound);
    }

    @Transactional(readOnly = true)
    boolean isKnown(VideoId id) {
        return videos.existsById(id);
    }

    private Video find(VideoId id) {
        return videos.findById(id).orElseThrow(GenericRefusal::notFound);
    }
}
