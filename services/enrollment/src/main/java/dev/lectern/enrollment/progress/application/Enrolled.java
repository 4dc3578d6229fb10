package dev.lectern.enrollment.progress.application;

import java.time.Instant;
import java.util.UUID;

/// An enrollment as progress needs it.
record Enrolled(
        UUID enrollmentId,
        UUID learnerId,
        UUID courseId,
        int courseVersion,
        String status,
        Instant grantedAt) {

    boolean isActive() {
        return status.equals("ACTIVE");
    }
}
