package dev.lectern.assessment.attempts.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a learner has done at a quiz so far.
///
/// @param made how many attempts there were
/// @param lastEndedAt null before the first has ended
/// @param open the attempt that still runs
public record History(int made, @Nullable Instant lastEndedAt, @Nullable AttemptId open) {

    public static final History NONE = new History(0, null, null);
}
