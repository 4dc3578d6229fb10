package dev.lectern.assessment.authoring.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/// A question as it was written once. What it says never changes, because somebody may have been
/// asked it; it is in its bank from one revision of the bank until another version takes its place.
@Entity
@Table(name = "question_version")
public class QuestionVersion implements Persistable<QuestionId> {

    @EmbeddedId
    @AttributeOverride(name = "question", column = @Column(name = "question_id"))
    @AttributeOverride(name = "version", column = @Column(name = "version"))
    private QuestionId id;

    @AttributeOverride(name = "value", column = @Column(name = "bank_id", updatable = false))
    private BankId bankId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Question content;

    @SuppressWarnings("UnusedVariable") // read when a quiz draws
    @Column(updatable = false)
    private int sinceRevision;

    private @Nullable Integer untilRevision;

    @Transient private boolean stored;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected QuestionVersion() {}

    QuestionVersion(QuestionId id, BankId bank, Question content, int sinceRevision) {
        this.id = id;
        this.bankId = bank;
        this.content = content;
        this.sinceRevision = sinceRevision;
    }

    void endAt(int revision) {
        untilRevision = revision;
    }

    @PostLoad
    @PostPersist
    void isStored() {
        stored = true;
    }

    @Override
    public QuestionId getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    public BankId bankId() {
        return bankId;
    }

    public Question content() {
        return content;
    }

    /// Whether the bank still has it.
    public boolean isCurrent() {
        return untilRevision == null;
    }
}
