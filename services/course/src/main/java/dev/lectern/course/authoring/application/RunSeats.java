package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.RunId;
import org.jspecify.annotations.Nullable;

/// Enrollment, as far as runs need it. Asked outside any transaction.
public interface RunSeats {

    /// Limits a run to this many seats, null for no limit. Refused with `CAPACITY_BELOW_TAKEN` when
    /// more are given away.
    void limit(RunId run, CourseId course, @Nullable Integer capacity);
}
