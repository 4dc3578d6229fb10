package dev.lectern.enrollment.enrolling.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/// Everybody who waits or has waited. Whoever changes an entry holds the row of its run.
public interface WaitlistEntries extends Repository<WaitlistEntry, WaitlistEntryId> {

    WaitlistEntry save(WaitlistEntry entry);

    Optional<WaitlistEntry> findById(WaitlistEntryId id);

    /// Which run's row to lock before the entry is read.
    @Query("select e.runId from WaitlistEntry e where e.id = :id and e.learnerId = :learner")
    Optional<RunId> findRunOf(@Param("id") WaitlistEntryId id, @Param("learner") UUID learner);

    /// The runs of a course somebody waits for, always in the same order.
    @Query(
            """
            select distinct e.runId from WaitlistEntry e
            where e.courseId = :course and e.status = WaitlistStatus.WAITING
            order by e.runId.value
            """)
    List<RunId> findRunsWaitedFor(@Param("course") UUID course);

    Optional<WaitlistEntry> findFirstByRunIdAndStatusOrderByNumber(
            RunId run, WaitlistStatus status);

    Optional<WaitlistEntry> findByRunIdAndLearnerIdAndStatusIn(
            RunId run, UUID learner, Collection<WaitlistStatus> statuses);

    Optional<WaitlistEntry> findByOrderId(OrderId order);
}
