package dev.lectern.assessment.attempts.domain;

import dev.lectern.assessment.authoring.domain.QuizId;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// All attempts. Whoever ends one holds its row; whoever answers shares it, so that many answers
/// can be saved at once and none after the end.
public interface Attempts extends Repository<Attempt, AttemptId> {

    Attempt save(Attempt attempt);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Attempt> findById(AttemptId id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Attempt> findByLearnerIdAndQuizIdAndPreviewAndStatus(
            UUID learner, QuizId quiz, boolean preview, AttemptStatus status);

    int countByLearnerIdAndQuizIdAndPreview(UUID learner, QuizId quiz, boolean preview);

    @Query(
            """
            select max(a.submittedAt) from Attempt a
            where a.learnerId = :learner and a.quizId = :quiz and a.preview = :preview
            """)
    Optional<Instant> lastEnd(UUID learner, QuizId quiz, boolean preview);

    /// Without holding anything.
    @Query("select a from Attempt a where a.id = :id")
    Optional<Attempt> read(AttemptId id);

    @Query(
            """
            select a.id from Attempt a
            where a.learnerId = :learner and a.quizId = :quiz and a.preview = :preview
              and a.status = AttemptStatus.OPEN
            """)
    Optional<AttemptId> openOf(UUID learner, QuizId quiz, boolean preview);

    /// What the attempts that are graded are worth, in their order.
    @Query(
            """
            select a.scorePercent from Attempt a
            where a.learnerId = :learner and a.quizId = :quiz and a.preview = :preview
              and a.status = AttemptStatus.GRADED
            order by a.number
            """)
    List<Integer> scores(UUID learner, QuizId quiz, boolean preview);

    @Query(
            """
            select a from Attempt a
            where a.learnerId = :learner and a.quizId = :quiz and a.id.value < :before
            order by a.id.value desc
            """)
    List<Attempt> page(UUID learner, QuizId quiz, UUID before, Limit limit);

    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select a from Attempt a where a.id = :id")
    Optional<Attempt> share(AttemptId id);
}
