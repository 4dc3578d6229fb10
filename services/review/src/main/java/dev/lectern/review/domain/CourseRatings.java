package dev.lectern.review.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// The ratings of all courses.
public interface CourseRatings extends Repository<CourseRating, UUID> {

    CourseRating save(CourseRating rating);

    /// Locked: reviews of one course are counted one after the other.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<CourseRating> findByCourseId(UUID course);

    /// Locked, in the order of their ids: for telling the current state again.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<CourseRating> findByCourseIdGreaterThanOrderByCourseId(UUID after, Limit limit);
}
