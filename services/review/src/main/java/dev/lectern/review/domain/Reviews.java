package dev.lectern.review.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All reviews. Whoever changes one holds its row, so that what it adds to the rating is added
/// once.
public interface Reviews extends Repository<Review, ReviewId> {

    Review save(Review review);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Review> findById(ReviewId id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Review> findByLearnerIdAndCourseId(UUID learner, UUID course);
}
