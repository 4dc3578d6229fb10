package dev.lectern.enrollment.progress.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// The progress of all enrollments.
public interface Progresses extends Repository<CourseProgress, CourseProgress.ProgressId> {

    CourseProgress save(CourseProgress progress);

    /// Stores at once, for a row that refers to it.
    CourseProgress saveAndFlush(CourseProgress progress);

    /// Locked: two devices of one learner report one after the other.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<CourseProgress> findById(CourseProgress.ProgressId id);
}
