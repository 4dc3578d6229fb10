package dev.lectern.assessment.attempts.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who makes an attempt.
///
/// @param enrollmentId null for an author, whose attempts are previews and counted nowhere
public record Taker(UUID personId, UUID courseId, @Nullable UUID enrollmentId) {

    public boolean isPreviewing() {
        return enrollmentId == null;
    }
}
