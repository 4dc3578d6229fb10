package dev.lectern.assessment.authoring.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// A quiz its authors work on. Every change of it, and of the banks it draws from, makes a further
/// revision; revisions stay for the published versions that show them.
@Entity
@Table(name = "quiz")
public class Quiz extends AbstractAggregateRoot<Quiz> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private QuizId id;

    @Version private @Nullable Long version;

    private UUID courseId;
    private int edition;

    @JdbcTypeCode(SqlTypes.JSON)
    private QuizPlan plan;

    private int revision;

    @AttributeOverride(name = "value", column = @Column(name = "revision_id"))
    private RevisionId revisionId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Readiness.Reason> reasons;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Quiz() {}

    @SuppressWarnings("NullAway.Init") // the rest comes with the first revision
    private Quiz(UUID course, QuizPlan plan) {
        this.id = QuizId.next();
        this.courseId = course;
        this.edition = 1;
        this.plan = plan;
    }

    /// A quiz as it is first written; it is there from its first revision on.
    public static Quiz of(UUID course, QuizPlan plan) {
        return new Quiz(course, plan);
    }

    /// Writes the quiz anew. What it says now is in the revision that follows.
    public void rewrite(QuizPlan next) {
        edition++;
        plan = next;
    }

    /// Makes the revision that follows a change of the quiz, or of a bank it draws from. Pools may
    /// still be too small: that is told, and course does not publish it.
    ///
    /// @param pools one for each draw of the plan
    public QuizRevision revise(List<Pool> pools, Instant now) {
        revision++;
        var next = QuizRevision.of(this, pools, now);
        revisionId = next.getId();
        reasons = next.reasons();
        registerEvent(new QuizEvent.Revised(this));
        return next;
    }

    public boolean drawsFrom(BankId bank) {
        return plan.draws().stream().anyMatch(draw -> draw.bankId().equals(bank.value()));
    }

    public QuizId id() {
        return id;
    }

    public UUID courseId() {
        return courseId;
    }

    /// Counts what its authors wrote from 1; it is the version an edit is made on.
    public int edition() {
        return edition;
    }

    public QuizPlan plan() {
        return plan;
    }

    public int revision() {
        return revision;
    }

    /// The newest revision.
    public RevisionId revisionId() {
        return revisionId;
    }

    /// Why it cannot be taken; empty when it can.
    public List<Readiness.Reason> reasons() {
        return reasons;
    }
}
