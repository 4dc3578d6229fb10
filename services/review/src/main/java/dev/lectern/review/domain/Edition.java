package dev.lectern.review.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/// How a review read for a while. It never changes.
@Entity
@Table(name = "review_edition")
public class Edition implements Persistable<EditionId> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EditionId id;

    @AttributeOverride(name = "value", column = @Column(name = "review_id"))
    private ReviewId reviewId;

    private Opinion opinion;
    private Instant writtenAt;
    private Instant replacedAt;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Edition() {}

    Edition(ReviewId reviewId, Opinion opinion, Instant writtenAt, Instant replacedAt) {
        this.id = EditionId.next();
        this.reviewId = reviewId;
        this.opinion = opinion;
        this.writtenAt = writtenAt;
        this.replacedAt = replacedAt;
    }

    @Override
    public EditionId getId() {
        return id;
    }

    /// Always: it is stored once and read by views alone.
    @Override
    public boolean isNew() {
        return true;
    }

    public ReviewId reviewId() {
        return reviewId;
    }

    public Opinion opinion() {
        return opinion;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public Instant replacedAt() {
        return replacedAt;
    }
}
