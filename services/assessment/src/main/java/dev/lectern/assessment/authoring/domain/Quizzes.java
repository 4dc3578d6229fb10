package dev.lectern.assessment.authoring.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// All quizzes.
public interface Quizzes extends Repository<Quiz, QuizId> {

    Quiz save(Quiz quiz);

    Optional<Quiz> findById(QuizId id);

    @Query("select q.courseId from Quiz q where q.id = :id")
    Optional<UUID> courseOf(QuizId id);

    List<Quiz> findByCourseIdOrderByIdValue(UUID course);

    /// Locked, in the order of their ids: for telling the current state again.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<Quiz> findByIdValueGreaterThanOrderByIdValue(UUID after, Limit limit);
}
