package dev.lectern.assessment.attempts.domain;

import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.QuestionId;
import dev.lectern.assessment.authoring.domain.QuizId;
import dev.lectern.assessment.authoring.domain.QuizPlan;
import dev.lectern.assessment.authoring.domain.QuizRevision;
import dev.lectern.assessment.authoring.domain.RevisionId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// One go at a quiz. What was drawn for it is frozen when it starts, its time runs on the server,
/// and once it is closed nothing is added to it.
@Entity
@Table(name = "attempt")
public class Attempt extends AbstractAggregateRoot<Attempt> {

    /// An answer that was sent in time may arrive a little later.
    static final Duration GRACE = Duration.ofSeconds(5);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AttemptId id;

    @Version private @Nullable Long version;

    private UUID learnerId;
    private UUID courseId;
    private @Nullable UUID enrollmentId;

    @AttributeOverride(name = "value", column = @Column(name = "quiz_id"))
    private QuizId quizId;

    @AttributeOverride(name = "value", column = @Column(name = "revision_id"))
    private RevisionId revisionId;

    private int number;
    private boolean preview;

    @SuppressWarnings("UnusedVariable") // the evidence of how it was drawn
    private long seed;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Drawn> drawn;

    @Enumerated(EnumType.STRING)
    private AttemptStatus status;

    private Instant startedAt;
    private @Nullable Instant deadlineAt;
    private @Nullable Instant submittedAt;
    private @Nullable Integer scorePercent;
    private @Nullable Boolean passed;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Attempt() {}

    private Attempt(
            Taker taker,
            QuizRevision revision,
            int number,
            long seed,
            List<Drawn> drawn,
            Instant now) {
        var limit = revision.plan().timeLimitSeconds();
        this.id = AttemptId.next();
        this.learnerId = taker.personId();
        this.courseId = taker.courseId();
        this.enrollmentId = taker.enrollmentId();
        this.quizId = revision.quizId();
        this.revisionId = revision.getId();
        this.number = number;
        this.preview = taker.isPreviewing();
        this.seed = seed;
        this.drawn = List.copyOf(drawn);
        this.status = AttemptStatus.OPEN;
        this.startedAt = now;
        this.deadlineAt = limit == null ? null : now.plusSeconds(limit);
    }

    /// Begins an attempt, or refuses to where the quiz cannot be taken, an attempt still runs, none
    /// is left, or the last one ended too short a time ago. A preview is bound by the first two
    /// alone.
    ///
    /// @param draw draws with the seed
    public static Attempt start(
            Taker taker,
            QuizRevision revision,
            History history,
            long seed,
            LongFunction<List<Drawn>> draw,
            Instant now) {
        if (!revision.reasons().isEmpty()) {
            throw AttemptRefused.notReady(revision.reasons().getFirst());
        }
        if (history.open() != null) {
            throw AttemptRefused.alreadyOpen(history.open());
        }
        if (!taker.isPreviewing()) {
            requireAttemptLeft(revision.plan(), history, now);
        }
        return new Attempt(taker, revision, history.made() + 1, seed, draw.apply(seed), now);
    }

    private static void requireAttemptLeft(QuizPlan plan, History history, Instant now) {
        if (plan.maxAttempts() != null && history.made() >= plan.maxAttempts()) {
            throw AttemptRefused.exhausted(plan.maxAttempts());
        }
        if (history.lastEndedAt() != null) {
            var wait = Duration.between(now, history.lastEndedAt().plus(plan.coolDown()));
            if (wait.isPositive()) {
                throw AttemptRefused.coolingDown(wait);
            }
        }
    }

    /// Takes an answer or refuses it. What is taken is stored beside the attempt, under a share of
    /// its lock: whoever submits waits for it.
    public Response accept(UUID question, Response response, Instant now) {
        if (status != AttemptStatus.OPEN || isOver(now)) {
            throw AttemptRefused.closed();
        }
        return drawnFor(question)
                .orElseThrow(AttemptRefused::questionNotDrawn)
                .requireAnswerable(response);
    }

    /// Ends the attempt with what was answered. Ended already: the learner, the timer or a repeated
    /// request was first, and the grade stays.
    ///
    /// @param questions the versions that were asked
    /// @param answers by question
    public Optional<Grade> submit(
            QuizPlan plan,
            Map<QuestionId, Question> questions,
            Map<UUID, Response> answers,
            Instant now) {
        return switch (status) {
            case OPEN -> Optional.of(close(plan, questions, answers, now));
            case GRADED -> Optional.empty();
        };
    }

    private Grade close(
            QuizPlan plan,
            Map<QuestionId, Question> questions,
            Map<UUID, Response> answers,
            Instant now) {
        var points = 0;
        var maxPoints = 0;
        for (var asked : drawn) {
            var question = questions.get(asked.question());
            if (question == null) {
                throw new IllegalStateException("no version of a drawn question ever goes");
            }
            points += Grading.pointsFor(asked, question, answers.get(asked.question().question()));
            maxPoints += question.points();
        }
        var grade = new Grade(id, points, maxPoints, plan.passPercent(), now);
        status = AttemptStatus.GRADED;
        submittedAt = isOver(now) ? closesAt() : now;
        scorePercent = grade.scorePercent();
        passed = grade.passed();
        registerEvent(new AttemptEvent.Graded(this, grade));
        return grade;
    }

    /// Whether the time is over, grace included.
    public boolean isOver(Instant now) {
        var end = closesAt();
        return end != null && !now.isBefore(end);
    }

    /// From when on no answer is taken and the server submits; null for never.
    public @Nullable Instant closesAt() {
        return deadlineAt == null ? null : deadlineAt.plus(GRACE);
    }

    private Optional<Drawn> drawnFor(UUID question) {
        return drawn.stream().filter(one -> one.question().question().equals(question)).findFirst();
    }

    public AttemptId id() {
        return id;
    }

    public UUID learnerId() {
        return learnerId;
    }

    public UUID courseId() {
        return courseId;
    }

    public @Nullable UUID enrollmentId() {
        return enrollmentId;
    }

    public QuizId quizId() {
        return quizId;
    }

    public RevisionId revisionId() {
        return revisionId;
    }

    public int number() {
        return number;
    }

    /// An author's attempt, which counts nowhere.
    public boolean isPreview() {
        return preview;
    }

    /// What is asked, in the order it is shown.
    public List<Drawn> drawn() {
        return drawn;
    }

    public AttemptStatus status() {
        return status;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant deadlineAt() {
        return deadlineAt;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable Integer scorePercent() {
        return scorePercent;
    }

    public @Nullable Boolean passed() {
        return passed;
    }
}
