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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// One image or file of one course, or a picture of somebody's own, from its announcement to
/// something that can be shown. Every way ends in READY or in FAILED with the reason.
@Entity
@Table(name = "asset")
public class Asset extends AbstractAggregateRoot<Asset> {

    /// It is sent in one piece; what is not there by then will not come.
    private static final Duration UPLOAD_TIME = Duration.ofHours(1);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AssetId id;

    @Version private @Nullable Long version;

    private @Nullable UUID courseId;
    private UUID userId;
    private DeclaredFile file;
    private Instant uploadEndsAt;

    @Enumerated(EnumType.STRING)
    private AssetType type;

    @Enumerated(EnumType.STRING)
    private AssetStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable AssetFailure failure;

    @SuppressWarnings("UnusedVariable") // read by views
    private @Nullable Integer width;

    @SuppressWarnings("UnusedVariable") // read by views
    private @Nullable Integer height;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Asset() {}

    private Asset(
            @Nullable UUID courseId, UUID userId, DeclaredFile file, AssetType type, Instant now) {
        this.id = AssetId.next();
        this.courseId = courseId;
        this.userId = userId;
        this.file = file;
        this.type = type;
        this.uploadEndsAt = now.plus(UPLOAD_TIME);
        this.status = AssetStatus.UPLOADING;
    }

    /// Announces a file that its owner is about to send.
    public static Asset announce(UUID courseId, UUID userId, DeclaredFile file, Instant now) {
        return new Asset(courseId, userId, file, file.requireAsset(), now);
    }

    /// Announces a picture somebody is about to send of their own, to be shown with their name.
    public static Asset announcePortrait(UUID userId, DeclaredFile file, Instant now) {
        return new Asset(null, userId, file, file.requirePortrait(), now);
    }

    /// The store has the object. It is told by the owner's call and by the store itself, each maybe
    /// several times and late: only the first decides, the rest is no news.
    public void arrive(StoredObject object) {
        if (status != AssetStatus.UPLOADING) {
            return;
        }
        if (object.sizeBytes() != file.sizeBytes()) {
            end(AssetFailure.SIZE_MISMATCH);
        } else if (!object.contentType().equals(file.contentType())) {
            end(AssetFailure.TYPE_MISMATCH);
        } else {
            status = AssetStatus.UPLOADED;
        }
    }

    /// Gives up an upload whose time is over. One that is finished stays what it is.
    public void expire(Instant now) {
        if (status == AssetStatus.UPLOADING && !now.isBefore(uploadEndsAt)) {
            end(AssetFailure.UPLOAD_EXPIRED);
        }
    }

    /// It is what it was declared to be. The task that says so may have been cut off right after
    /// it, and says it again.
    ///
    /// @param picture how large, for an image
    public void ready(@Nullable Picture picture) {
        switch (status) {
            case UPLOADED -> {
                status = AssetStatus.READY;
                if (picture != null) {
                    width = picture.width();
                    height = picture.height();
                }
                registerEvent(
                        courseId == null
                                ? new AssetEvent.PortraitReady(this)
                                : new AssetEvent.Ready(this));
            }
            case READY -> {}
            case UPLOADING, FAILED -> throw notThere();
        }
    }

    /// It is something else.
    public void fail(AssetFailure reason) {
        switch (status) {
            case UPLOADED -> end(reason);
            case FAILED -> {}
            case UPLOADING, READY -> throw notThere();
        }
    }

    private void end(AssetFailure reason) {
        status = AssetStatus.FAILED;
        failure = reason;
    }

    private IllegalStateException notThere() {
        return new IllegalStateException("the asset " + id.value() + " is " + status);
    }

    public boolean isUploading() {
        return status == AssetStatus.UPLOADING;
    }

    /// Whether its bytes wait to be looked at.
    public boolean isToBeChecked() {
        return status == AssetStatus.UPLOADED;
    }

    public boolean isOver() {
        return status == AssetStatus.READY || status == AssetStatus.FAILED;
    }

    /// Where its owner sends it, named by ids alone.
    public String sourceKey() {
        return "uploads/" + id.value();
    }

    public AssetId id() {
        return id;
    }

    /// Empty for a picture of somebody's own.
    public Optional<UUID> courseId() {
        return Optional.ofNullable(courseId);
    }

    public UUID userId() {
        return userId;
    }

    public DeclaredFile file() {
        return file;
    }

    public AssetType type() {
        return type;
    }

    public Instant uploadEndsAt() {
        return uploadEndsAt;
    }

    public AssetStatus status() {
        return status;
    }

    public Optional<AssetFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
