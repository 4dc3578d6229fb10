package dev.lectern.gamification.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/// A line of the ledger. It never changes; what it gave, a further line takes back.
@Entity
@Immutable
@Table(name = "point_entry")
public class PointEntry implements Persistable<EntryId> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EntryId id;

    private UUID learnerId;
    private UUID courseId;
    private @Nullable UUID enrollmentId;

    @Enumerated(EnumType.STRING)
    private RuleCode rule;

    private int ruleVersion;
    private UUID subjectId;
    private int round;
    private int points;
    private UUID sourceEventId;
    private @Nullable UUID reverses;
    private String week;
    private Instant happenedAt;

    @Transient private boolean stored;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected PointEntry() {}

    private PointEntry(Act act, PointRule rule, int round) {
        this.id = EntryId.next();
        this.learnerId = act.learnerId();
        this.courseId = act.courseId();
        this.enrollmentId = act.enrollmentId();
        this.rule = rule.code();
        this.ruleVersion = rule.version();
        this.subjectId = act.subjectId();
        this.round = round;
        this.points = rule.points();
        this.sourceEventId = act.sourceEventId();
        this.week = Week.of(act.at()).value();
        this.happenedAt = act.at();
    }

    private PointEntry(PointEntry reversed, UUID sourceEventId, Instant now) {
        this.id = EntryId.next();
        this.learnerId = reversed.learnerId;
        this.courseId = reversed.courseId;
        this.enrollmentId = reversed.enrollmentId;
        this.rule = reversed.rule;
        this.ruleVersion = reversed.ruleVersion;
        this.subjectId = reversed.subjectId;
        this.round = reversed.round;
        this.points = -reversed.points;
        this.sourceEventId = sourceEventId;
        this.reverses = reversed.id.value();
        // Taken from the week that had it: nobody starts a later week below zero.
        this.week = reversed.week;
        this.happenedAt = now;
    }

    static PointEntry of(Act act, PointRule rule, int round) {
        return new PointEntry(act, rule, round);
    }

    PointEntry reversal(UUID source, Instant now) {
        if (reverses != null) {
            throw new IllegalStateException("a reversal is not reversed");
        }
        return new PointEntry(this, source, now);
    }

    public EntryId id() {
        return id;
    }

    public UUID learnerId() {
        return learnerId;
    }

    public UUID courseId() {
        return courseId;
    }

    public RuleCode rule() {
        return rule;
    }

    public int ruleVersion() {
        return ruleVersion;
    }

    public int points() {
        return points;
    }

    public UUID sourceEventId() {
        return sourceEventId;
    }

    public @Nullable UUID reverses() {
        return reverses;
    }

    public String week() {
        return week;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    /// For Spring Data, which would ask the database whether a new line is an old one.
    @Override
    public EntryId getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void isStored() {
        stored = true;
    }
}
