package dev.lectern.payment.pricing.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All prices that were ever set.
public interface CoursePrices extends Repository<CoursePrice, UUID> {

    CoursePrice save(CoursePrice price);

    Optional<CoursePrice> findByCourseId(UUID course);

    /// Locked, in the order of their ids: for telling the current state again.
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<CoursePrice> findByCourseIdGreaterThanOrderByCourseId(UUID after, Limit limit);
}
