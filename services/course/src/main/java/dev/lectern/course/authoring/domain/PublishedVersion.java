package dev.lectern.course.authoring.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/// A course as it was when this version was published. It never changes: whoever is enrolled in it
/// goes on learning just this.
@Entity
@Immutable
@Table(name = "published_version")
public class PublishedVersion implements Persistable<VersionId> {

    @EmbeddedId
    @AttributeOverride(name = "courseId", column = @Column(name = "course_id"))
    @AttributeOverride(name = "version", column = @Column(name = "version"))
    private VersionId id;

    private String slug;

    @JdbcTypeCode(SqlTypes.JSON)
    private VersionDocument document;

    @SuppressWarnings("UnusedVariable") // read by views
    private @Nullable String changeNote;

    @SuppressWarnings("UnusedVariable") // kept as evidence
    private UUID publishedBy;

    private Instant publishedAt;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected PublishedVersion() {}

    PublishedVersion(
            VersionId id,
            String slug,
            VersionDocument document,
            @Nullable String changeNote,
            UUID publishedBy,
            Instant publishedAt) {
        this.id = id;
        this.slug = slug;
        this.document = document;
        this.changeNote = changeNote;
        this.publishedBy = publishedBy;
        this.publishedAt = publishedAt;
    }

    public VersionId id() {
        return id;
    }

    @Override
    public VersionId getId() {
        return id;
    }

    /// Versions are only ever added.
    @Override
    public boolean isNew() {
        return true;
    }

    public String slug() {
        return slug;
    }

    public VersionDocument document() {
        return document;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
