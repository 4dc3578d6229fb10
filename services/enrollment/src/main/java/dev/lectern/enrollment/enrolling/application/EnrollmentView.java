package dev.lectern.enrollment.enrolling.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An enrollment as its learner sees it.
///
/// @param courseVersion the version of the course it is pinned to
/// @param status ACTIVE, SUSPENDED, REVOKED or EXPIRED
/// @param percent 0 to 100, of the required lessons of the pinned version
/// @param resume where to go on, null before the first lesson was opened
/// @param expiresAt when it ends by itself, null for never
/// @param completedAt null until everything that is required was done
public record EnrollmentView(
        UUID id,
        UUID courseId,
        UUID runId,
        int courseVersion,
        String status,
        int percent,
        @Nullable Resume resume,
        Instant grantedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant completedAt) {

    /// The lesson and the second where the learner stopped.
    ///
    /// @param positionSeconds into a video, 0 for everything else
    public record Resume(UUID lessonId, int positionSeconds) {}
}
