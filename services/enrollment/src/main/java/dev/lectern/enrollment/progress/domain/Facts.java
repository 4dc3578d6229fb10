package dev.lectern.enrollment.progress.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// All facts that were believed.
public interface Facts extends Repository<Fact, Fact.FactId> {

    Fact save(Fact fact);

    List<Fact> findByEnrollmentIdAndLessonIdIn(UUID enrollment, Collection<UUID> lessons);

    /// What a device watched in a span of time, whatever the course.
    @Query(
            """
            select f from Fact f
            where f.learnerId = :learner and f.clientId = :client and f.type = FactType.WATCHED
              and f.endedAt > :from and f.startedAt < :to
            """)
    List<Fact> watchedBetween(UUID learner, UUID client, Instant from, Instant to);

    /// Which of these facts of a device are known already.
    @Query(
            """
            select f.sequence from Fact f
            where f.learnerId = :learner and f.clientId = :client and f.sequence in :sequences
            """)
    List<Long> known(UUID learner, UUID client, Collection<Long> sequences);
}
