package dev.lectern.enrollment.progress.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/// A reported fact that was believed. Facts are only ever added; progress follows from them.
@Entity
@Immutable
@Table(name = "fact")
public class Fact implements Persistable<Fact.FactId> {

    /// The identity of a fact, named as evidence in "why".
    @Embeddable
    public record FactId(UUID value) implements Serializable {

        static FactId next() {
            return new FactId(Ids.next());
        }
    }

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private FactId id;

    @SuppressWarnings("UnusedVariable") // queried by
    private UUID enrollmentId;

    @SuppressWarnings("UnusedVariable") // queried by
    private UUID learnerId;

    private UUID clientId;
    private long sequence;

    @Enumerated(EnumType.STRING)
    private FactType type;

    private UUID lessonId;
    private @Nullable Integer fromSeconds;
    private @Nullable Integer toSeconds;
    private Instant startedAt;
    private Instant endedAt;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Fact() {}

    Fact(UUID enrollment, UUID learner, ReportedFact reported) {
        this.id = FactId.next();
        this.enrollmentId = enrollment;
        this.learnerId = learner;
        this.clientId = reported.clientId();
        this.sequence = reported.sequence();
        this.type = reported.type();
        this.lessonId = reported.lessonId();
        this.fromSeconds = reported.fromSeconds();
        this.toSeconds = reported.toSeconds();
        this.startedAt = reported.startedAt();
        this.endedAt = reported.endedAt();
    }

    boolean overlapsInTime(ReportedFact reported) {
        return type == FactType.WATCHED
                && clientId.equals(reported.clientId())
                && startedAt.isBefore(reported.endedAt())
                && reported.startedAt().isBefore(endedAt);
    }

    boolean isOf(UUID lesson, FactType wanted) {
        return type == wanted && lessonId.equals(lesson);
    }

    Interval interval() {
        if (fromSeconds == null || toSeconds == null) {
            throw new IllegalStateException("only a watched fact has an interval: " + id);
        }
        return new Interval(fromSeconds, toSeconds);
    }

    @Override
    public FactId getId() {
        return id;
    }

    /// Always: a fact is added once and never read to be changed.
    @Override
    public boolean isNew() {
        return true;
    }

    public long sequence() {
        return sequence;
    }
}
