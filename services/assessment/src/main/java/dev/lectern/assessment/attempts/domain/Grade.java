package dev.lectern.assessment.attempts.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/// What an attempt was found to be worth at one time. A later judgement is a further grade; none is
/// ever changed or taken away.
@Entity
@Immutable
@Table(name = "grade")
public class Grade implements Persistable<GradeId> {

    private static final int WHOLE = 100;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private GradeId id;

    @AttributeOverride(name = "value", column = @Column(name = "attempt_id"))
    private AttemptId attemptId;

    private int points;
    private int maxPoints;
    private int scorePercent;
    private boolean passed;
    private Instant gradedAt;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Grade() {}

    Grade(AttemptId attempt, int points, int maxPoints, int passPercent, Instant now) {
        this.id = GradeId.next();
        this.attemptId = attempt;
        this.points = points;
        this.maxPoints = maxPoints;
        // Rounded down: 69.9 is not 70.
        this.scorePercent = WHOLE * points / maxPoints;
        this.passed = scorePercent >= passPercent;
        this.gradedAt = now;
    }

    @Override
    public GradeId getId() {
        return id;
    }

    /// Always: a grade is only ever added.
    @Override
    public boolean isNew() {
        return true;
    }

    public AttemptId attemptId() {
        return attemptId;
    }

    public int points() {
        return points;
    }

    public int maxPoints() {
        return maxPoints;
    }

    public int scorePercent() {
        return scorePercent;
    }

    public boolean passed() {
        return passed;
    }

    public Instant gradedAt() {
        return gradedAt;
    }
}
