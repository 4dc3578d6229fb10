package dev.lectern.review.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// What one learner says of one course. It counts while access to the course was not revoked and no
/// moderator took it out; whatever it does, its words are kept.
@Entity
@Table(name = "review")
public class Review extends AbstractAggregateRoot<Review> {

    /// Who has seen less of a course cannot judge it.
    public static final int LEAST_PERCENT = 20;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ReviewId id;

    @Version private @Nullable Long version;

    private UUID learnerId;
    private UUID courseId;
    private UUID enrollmentId;
    private Opinion opinion;
    private Instant postedAt;
    private @Nullable Instant editedAt;
    private boolean accessLost;
    private @Nullable Instant takenOutAt;
    private @Nullable String takenOutFor;
    private @Nullable Reply reply;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Review() {}

    private Review(Standing standing, Opinion opinion, Instant now) {
        this.id = ReviewId.next();
        this.learnerId = standing.learnerId();
        this.courseId = standing.courseId();
        this.enrollmentId = standing.enrollmentId();
        this.opinion = opinion;
        this.postedAt = now;
    }

    /// How a learner stands in a course they have access to.
    ///
    /// @param percent the most they have done of it, in any enrollment that was not revoked
    public record Standing(UUID learnerId, UUID courseId, UUID enrollmentId, int percent) {}

    /// Posts a review of somebody who has seen enough.
    public static Review post(Standing standing, Opinion opinion, Instant now) {
        if (standing.percent() < LEAST_PERCENT) {
            throw ReviewRefused.progressTooLow(standing.percent());
        }
        var review = new Review(standing, opinion, now);
        review.registerEvent(new ReviewEvent.Posted(review));
        return review;
    }

    /// Says it differently.
    ///
    /// @return how it read before; empty where nothing changes, and then nothing does
    public Optional<Edition> edit(Opinion changed, Instant now) {
        if (accessLost) {
            throw ReviewRefused.notEnrolled();
        }
        if (changed.equals(opinion)) {
            return Optional.empty();
        }
        var replaced = new Edition(id, opinion, editedAt == null ? postedAt : editedAt, now);
        opinion = changed;
        editedAt = now;
        return Optional.of(replaced);
    }

    /// The author answers, or answers differently.
    public void reply(String text, UUID author, Instant now) {
        reply = new Reply(text.strip(), author, now);
    }

    /// Access to the course is gone for good, or is there (again). Told twice, nothing changes.
    public void accessIs(boolean lost) {
        accessLost = lost;
    }

    /// A moderator takes it out. Taken out already: the first reason stays.
    public void takeOut(String reason, Instant now) {
        if (takenOutAt == null) {
            takenOutAt = now;
            takenOutFor = reason;
        }
    }

    /// A moderator puts it back. Never taken out: there is nothing to put back.
    public void putBack() {
        takenOutAt = null;
        takenOutFor = null;
    }

    /// What it adds to the rating of the course; empty while it does not count.
    public Optional<Integer> countedStars() {
        return counts() ? Optional.of(opinion.stars()) : Optional.empty();
    }

    public boolean counts() {
        return !accessLost && takenOutAt == null;
    }

    public ReviewId id() {
        return id;
    }

    public long version() {
        return version == null ? 0 : version;
    }

    public UUID learnerId() {
        return learnerId;
    }

    public UUID courseId() {
        return courseId;
    }

    public UUID enrollmentId() {
        return enrollmentId;
    }

    public Opinion opinion() {
        return opinion;
    }

    public Instant postedAt() {
        return postedAt;
    }

    public @Nullable Instant editedAt() {
        return editedAt;
    }

    public @Nullable Reply reply() {
        return reply;
    }

    public @Nullable String takenOutFor() {
        return takenOutFor;
    }
}
