package dev.lectern.gamification.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// The ledger.
public interface PointEntries extends Repository<PointEntry, EntryId> {

    PointEntry save(PointEntry entry);

    /// What a learner has of a course, not taken back yet, apart from what was earned in another
    /// enrollment.
    @Query(
            """
            select e from PointEntry e
            where e.learnerId = :learner and e.courseId = :course and e.reverses is null
              and (e.enrollmentId = :enrollment or e.enrollmentId is null)
              and not exists (select 1 from PointEntry r where r.reverses = e.id.value)
            order by e.id.value
            """)
    List<PointEntry> standing(UUID learner, UUID course, UUID enrollment);
}
