package dev.lectern.assessment.authoring.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/// A quiz as it was once: what it asked for, and which revision of each bank it drew from. It never
/// changes, because a published version may show it.
@Entity
@Immutable
@Table(name = "quiz_revision")
public class QuizRevision implements Persistable<RevisionId> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RevisionId id;

    @AttributeOverride(name = "value", column = @Column(name = "quiz_id"))
    private QuizId quizId;

    private int number;

    @JdbcTypeCode(SqlTypes.JSON)
    private QuizPlan plan;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Integer> bankRevisions;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Readiness.Reason> reasons;

    private Instant madeAt;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected QuizRevision() {}

    private QuizRevision(Quiz quiz, List<Pool> pools, Instant now) {
        this.id = RevisionId.next();
        this.quizId = quiz.id();
        this.number = quiz.revision();
        this.plan = quiz.plan();
        this.bankRevisions = pools.stream().map(Pool::bankRevision).toList();
        this.reasons = Readiness.reasonsAgainst(pools);
        this.madeAt = now;
    }

    static QuizRevision of(Quiz quiz, List<Pool> pools, Instant now) {
        return new QuizRevision(quiz, pools, now);
    }

    @Override
    public RevisionId getId() {
        return id;
    }

    /// Always: a revision is added once and never read to be changed.
    @Override
    public boolean isNew() {
        return true;
    }

    public QuizId quizId() {
        return quizId;
    }

    /// Counts the revisions of a quiz from 1.
    public int number() {
        return number;
    }

    public QuizPlan plan() {
        return plan;
    }

    /// For each draw the revision of its bank.
    public List<Integer> bankRevisions() {
        return bankRevisions;
    }

    /// Why it cannot be taken; empty when it can.
    public List<Readiness.Reason> reasons() {
        return reasons;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
