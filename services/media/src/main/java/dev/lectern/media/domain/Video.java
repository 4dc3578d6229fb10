package dev.lectern.media.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// One video of one course, on its way from the announcement of a file to something that plays.
/// Every way ends in READY or in FAILED with the reason.
@Entity
@Table(name = "video")
public class Video extends AbstractAggregateRoot<Video> {

    /// Long enough for a slow line and a night; what is not there by then will not come.
    private static final Duration UPLOAD_TIME = Duration.ofHours(24);

    /// A file may take down whoever looks into it: what failed this often will fail again.
    private static final int MOST_TRIES = 6;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private VideoId id;

    @Version private @Nullable Long version;

    @AttributeOverride(name = "value", column = @Column(name = "upload_id"))
    private UploadId uploadId;

    private UUID courseId;
    private UUID userId;
    private String title;
    private DeclaredFile file;
    private @Nullable String partsToken;
    private Instant uploadEndsAt;

    @Enumerated(EnumType.STRING)
    private VideoStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable VideoFailure failure;

    private @Nullable Integer durationSeconds;
    private boolean rendered;
    private int tries;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Video() {}

    private Video(UUID courseId, UUID userId, String title, DeclaredFile file, Instant now) {
        this.id = VideoId.next();
        this.uploadId = UploadId.next();
        this.courseId = courseId;
        this.userId = userId;
        this.title = title;
        this.file = file;
        this.uploadEndsAt = now.plus(UPLOAD_TIME);
        this.status = VideoStatus.UPLOADING;
    }

    /// Announces a file that its owner is about to send.
    public static Video announce(
            UUID courseId, UUID userId, String title, DeclaredFile file, Instant now) {
        file.requireVideo();
        return new Video(courseId, userId, title, file, now);
    }

    /// Remembers under which token the store collects the parts.
    public void collectParts(String token) {
        requireUploading();
        partsToken = token;
    }

    /// The store has the object. It is told by the owner's call and by the store itself, each maybe
    /// several times and late: only the first decides, the rest is no news.
    public void arrive(StoredObject object) {
        if (status != VideoStatus.UPLOADING) {
            return;
        }
        if (object.sizeBytes() != file.sizeBytes()) {
            end(VideoFailure.SIZE_MISMATCH);
        } else if (!object.contentType().equals(file.contentType())) {
            end(VideoFailure.TYPE_MISMATCH);
        } else {
            status = VideoStatus.UPLOADED;
            registerEvent(new VideoEvent.Uploaded(this));
        }
    }

    /// Gives up an upload whose time is over. One that is finished stays what it is.
    public void expire(Instant now) {
        if (status == VideoStatus.UPLOADING && !now.isBefore(uploadEndsAt)) {
            end(VideoFailure.UPLOAD_EXPIRED);
        }
    }

    /// Begins a try to make it playable, and counts it at once: one that ends with the whole
    /// service is one as well. When there was none too few, it ends here.
    public void process() {
        switch (status) {
            case UPLOADED, PROCESSING -> {
                if (tries == MOST_TRIES) {
                    end(VideoFailure.PROCESSING_FAILED);
                } else {
                    status = VideoStatus.PROCESSING;
                    tries++;
                }
            }
            case UPLOADING, READY, FAILED -> throw notProcessing();
        }
    }

    /// A try came to nothing. The last one ends it.
    public void tryFailed() {
        if (status != VideoStatus.PROCESSING) {
            throw notProcessing();
        }
        if (tries == MOST_TRIES) {
            end(VideoFailure.PROCESSING_FAILED);
        }
    }

    /// The try that has begun says nothing about the file, and does not count.
    public void postpone() {
        if (status != VideoStatus.PROCESSING) {
            throw notProcessing();
        }
        tries--;
    }

    /// It can be played. The task that says so may have been cut off right after it, and says it
    /// again.
    ///
    /// @param renditions whether there are some besides the file itself
    public void ready(int seconds, boolean renditions) {
        switch (status) {
            case PROCESSING -> {
                status = VideoStatus.READY;
                durationSeconds = seconds;
                rendered = renditions;
                registerEvent(new VideoEvent.Ready(this));
            }
            case READY -> {}
            case UPLOADING, UPLOADED, FAILED -> throw notProcessing();
        }
    }

    /// It cannot be made playable.
    public void fail(VideoFailure reason) {
        switch (status) {
            case UPLOADED, PROCESSING -> end(reason);
            case FAILED -> {}
            case UPLOADING, READY -> throw notProcessing();
        }
    }

    /// Refuses unless bytes may still come.
    public void requireUploading() {
        if (status != VideoStatus.UPLOADING) {
            throw MediaRefused.uploadFinished(status);
        }
    }

    private void end(VideoFailure reason) {
        status = VideoStatus.FAILED;
        failure = reason;
        registerEvent(new VideoEvent.Failed(this));
    }

    private IllegalStateException notProcessing() {
        return new IllegalStateException("the video " + id.value() + " is " + status);
    }

    public boolean isUploading() {
        return status == VideoStatus.UPLOADING;
    }

    /// Whether making it playable has begun or is due.
    public boolean isToBeProcessed() {
        return status == VideoStatus.UPLOADED || status == VideoStatus.PROCESSING;
    }

    /// Where the store keeps the file while it arrives and is looked into. Named by ids alone:
    /// nothing the owner typed becomes a path.
    public String sourceKey() {
        return "uploads/" + id.value();
    }

    public VideoId id() {
        return id;
    }

    public UploadId uploadId() {
        return uploadId;
    }

    public UUID courseId() {
        return courseId;
    }

    public UUID userId() {
        return userId;
    }

    public String title() {
        return title;
    }

    public DeclaredFile file() {
        return file;
    }

    public Optional<String> partsToken() {
        return Optional.ofNullable(partsToken);
    }

    public Instant uploadEndsAt() {
        return uploadEndsAt;
    }

    public VideoStatus status() {
        return status;
    }

    public Optional<VideoFailure> failure() {
        return Optional.ofNullable(failure);
    }

    /// Whether it has renditions besides the file itself.
    public boolean isRendered() {
        return rendered;
    }

    /// How long it plays; known once it is ready.
    public int durationSeconds() {
        return Objects.requireNonNull(durationSeconds, "known once it is ready");
    }
}
