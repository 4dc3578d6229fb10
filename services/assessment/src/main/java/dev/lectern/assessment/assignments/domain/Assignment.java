package dev.lectern.assessment.assignments.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// Work to be handed in and judged by a rubric. It never changes once written, so that learners are
/// graded by what they read.
@Entity
@Table(name = "assignment")
public class Assignment extends AbstractAggregateRoot<Assignment> {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_INSTRUCTIONS = 20_000;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AssignmentId id;

    @Version private @Nullable Long version;

    private UUID courseId;
    private String title;
    private String instructions;
    private @Nullable Instant dueAt;
    private @Nullable Instant lateUntilAt;
    private int passPercent;

    @JdbcTypeCode(SqlTypes.JSON)
    private Rubric rubric;

    private int maxPoints;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Assignment() {}

    private Assignment(UUID course, String title, String instructions, Terms terms, Rubric rubric) {
        this.id = AssignmentId.next();
        this.courseId = course;
        this.title = title;
        this.instructions = instructions;
        this.dueAt = terms.dueAt();
        this.lateUntilAt = terms.lateUntilAt();
        this.passPercent = terms.passPercent();
        this.rubric = rubric;
        this.maxPoints = rubric.maxPoints();
    }

    /// Until when it is taken, and what is enough.
    ///
    /// @param dueAt null for never
    /// @param lateUntilAt until when it is taken though late, null for not at all
    /// @param passPercent from which score on it is passed
    public record Terms(@Nullable Instant dueAt, @Nullable Instant lateUntilAt, int passPercent) {

        public Terms {
            if (lateUntilAt != null && (dueAt == null || !lateUntilAt.isAfter(dueAt))) {
                throw new IllegalArgumentException("nothing is late before it is due");
            }
        }
    }

    public static Assignment write(
            UUID course, String title, String instructions, Terms terms, Rubric rubric) {
        var assignment = new Assignment(course, title, instructions, terms, rubric);
        assignment.registerEvent(new AssignmentEvent.Written(assignment));
        return assignment;
    }

    /// Whether what comes now is late; refused once nothing is taken any more.
    boolean isLate(Instant now) {
        if (dueAt == null || !now.isAfter(dueAt)) {
            return false;
        }
        if (lateUntilAt == null || now.isAfter(lateUntilAt)) {
            throw AssignmentRefused.pastDue();
        }
        return true;
    }

    public AssignmentId id() {
        return id;
    }

    public UUID courseId() {
        return courseId;
    }

    public String title() {
        return title;
    }

    public String instructions() {
        return instructions;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public @Nullable Instant lateUntilAt() {
        return lateUntilAt;
    }

    public int passPercent() {
        return passPercent;
    }

    public Rubric rubric() {
        return rubric;
    }

    public int maxPoints() {
        return maxPoints;
    }
}
