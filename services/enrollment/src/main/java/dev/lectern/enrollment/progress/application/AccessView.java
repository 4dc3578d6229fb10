package dev.lectern.enrollment.progress.application;

import dev.lectern.enrollment.progress.domain.AccessDecision.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether a lesson is open to the caller and why.
///
/// @param verdict ALLOWED, or the code a refusal would carry
/// @param courseVersion the version the lesson is shown in
public record AccessView(
        UUID courseId,
        UUID lessonId,
        boolean allowed,
        String verdict,
        Instant decidedAt,
        @Nullable UUID enrollmentId,
        int courseVersion,
        List<Reason> reasons) {}
