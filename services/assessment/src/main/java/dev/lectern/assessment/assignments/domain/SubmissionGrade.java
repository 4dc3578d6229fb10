package dev.lectern.assessment.assignments.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/// What a submission was found to be worth at one time. A later judgement is a further grade that
/// says why; none is ever changed or taken away.
@Entity
@Immutable
@Table(name = "submission_grade")
public class SubmissionGrade implements Persistable<SubmissionGradeId> {

    public static final int LONGEST_COMMENT = 5_000;
    public static final int LONGEST_REASON = 1_000;

    private static final int WHOLE = 100;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private SubmissionGradeId id;

    @AttributeOverride(name = "value", column = @Column(name = "submission_id"))
    private SubmissionId submissionId;

    private int number;

    @AttributeOverride(name = "value", column = @Column(name = "supersedes"))
    private @Nullable SubmissionGradeId supersedes;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Rubric.Score> scores;

    private int points;
    private int maxPoints;
    private int scorePercent;
    private boolean passed;
    private @Nullable String comment;
    private @Nullable String reason;
    private UUID gradedBy;
    private Instant gradedAt;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected SubmissionGrade() {}

    SubmissionGrade(
            Submission submission,
            Assignment assignment,
            Submission.Judgement judgement,
            int points,
            Instant now) {
        this.id = SubmissionGradeId.next();
        this.submissionId = submission.id();
        this.number = submission.grades() + 1;
        this.supersedes = submission.gradeId();
        this.scores = judgement.scores();
        this.points = points;
        this.maxPoints = assignment.maxPoints();
        // Rounded down, as the score of an attempt is.
        this.scorePercent = WHOLE * points / maxPoints;
        this.passed = scorePercent >= assignment.passPercent();
        this.comment = judgement.comment();
        this.reason = judgement.reason();
        this.gradedBy = judgement.gradedBy();
        this.gradedAt = now;
    }

    @Override
    public SubmissionGradeId getId() {
        return id;
    }

    /// Always: a grade is only ever added.
    @Override
    public boolean isNew() {
        return true;
    }

    public SubmissionId submissionId() {
        return submissionId;
    }

    public int number() {
        return number;
    }

    /// The grade it takes the place of, null for the first.
    public @Nullable SubmissionGradeId supersedes() {
        return supersedes;
    }

    public List<Rubric.Score> scores() {
        return scores;
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

    public @Nullable String comment() {
        return comment;
    }

    public @Nullable String reason() {
        return reason;
    }

    public UUID gradedBy() {
        return gradedBy;
    }

    public Instant gradedAt() {
        return gradedAt;
    }
}
