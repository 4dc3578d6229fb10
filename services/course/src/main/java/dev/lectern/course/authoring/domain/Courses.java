package dev.lectern.course.authoring.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All courses. Whoever may change one reads it with its row locked, so that two edits that name no
/// version follow each other instead of colliding.
public interface Courses extends Repository<Course, CourseId> {

    Course save(Course course);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Course> findById(CourseId id);

    /// Locked, in the order of their ids: for telling the current state again.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<Course> findByIdValueGreaterThanOrderByIdValue(UUID after, Limit limit);

    /// As above, of those that have a version.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<Course> findByPublishedVersionIsNotNullAndIdValueGreaterThanOrderByIdValue(
            UUID after, Limit limit);
}
