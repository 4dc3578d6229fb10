package dev.lectern.assessment.assignments.domain;

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

/// What a learner has handed in once. It stays as it is; what it is worth is in its grades, of
/// which the last counts.
@Entity
@Table(name = "submission")
public class Submission extends AbstractAggregateRoot<Submission> {

    public static final int LONGEST_TEXT = 20_000;
    public static final int MOST_ASSETS = 20;

    /// Nobody needs more, and every one is kept.
    static final int MOST_OF_A_LEARNER = 50;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private SubmissionId id;

    @Version private @Nullable Long version;

    @AttributeOverride(name = "value", column = @Column(name = "assignment_id"))
    private AssignmentId assignmentId;

    private UUID learnerId;
    private UUID courseId;
    private UUID enrollmentId;
    private int number;
    private String text;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> assetIds;

    private boolean late;
    private Instant submittedAt;

    @AttributeOverride(name = "value", column = @Column(name = "grade_id"))
    private @Nullable SubmissionGradeId gradeId;

    private int grades;
    private @Nullable Integer scorePercent;
    private @Nullable Boolean passed;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    private Submission(Assignment assignment, Work work, int number, boolean late, Instant now) {
        this.id = SubmissionId.next();
        this.assignmentId = assignment.id();
        this.courseId = assignment.courseId();
        this.learnerId = work.learnerId();
        this.enrollmentId = work.enrollmentId();
        this.number = number;
        this.text = work.text();
        this.assetIds = work.assetIds();
        this.late = late;
        this.submittedAt = now;
    }

    /// What is handed in, and by whom.
    public record Work(UUID learnerId, UUID enrollmentId, String text, List<UUID> assetIds) {

        public Work {
            assetIds = List.copyOf(assetIds);
        }
    }

    /// @param earlier how many the learner has handed in before
    public static Submission handIn(Assignment assignment, Work work, int earlier, Instant now) {
        var late = assignment.isLate(now);
        if (earlier >= MOST_OF_A_LEARNER) {
            throw AssignmentRefused.exhausted(MOST_OF_A_LEARNER);
        }
        var submission = new Submission(assignment, work, earlier + 1, late, now);
        submission.registerEvent(new AssignmentEvent.Received(submission));
        return submission;
    }

    /// What an author finds.
    ///
    /// @param reason why it is graded otherwise than before
    public record Judgement(
            UUID gradedBy,
            List<Rubric.Score> scores,
            @Nullable String comment,
            @Nullable String reason) {

        public Judgement {
            scores = List.copyOf(scores);
        }
    }

    /// Adds a grade, which takes the place of the one before it.
    public SubmissionGrade grade(Assignment assignment, Judgement judgement, Instant now) {
        if (grades > 0 && (judgement.reason() == null || judgement.reason().isBlank())) {
            throw AssignmentRefused.reasonRequired();
        }
        var grade =
                new SubmissionGrade(
                        this,
                        assignment,
                        judgement,
                        assignment.rubric().pointsOf(judgement.scores()),
                        now);
        grades++;
        gradeId = grade.getId();
        scorePercent = grade.scorePercent();
        passed = grade.passed();
        registerEvent(new AssignmentEvent.Graded(this, grade));
        return grade;
    }

    public SubmissionId id() {
        return id;
    }

    public AssignmentId assignmentId() {
        return assignmentId;
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

    public int number() {
        return number;
    }

    public String text() {
        return text;
    }

    public List<UUID> assetIds() {
        return assetIds;
    }

    public boolean isLate() {
        return late;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /// The grade that counts, null before the first.
    public @Nullable SubmissionGradeId gradeId() {
        return gradeId;
    }

    /// How often it was graded.
    public int grades() {
        return grades;
    }

    public @Nullable Integer scorePercent() {
        return scorePercent;
    }

    public @Nullable Boolean passed() {
        return passed;
    }
}
