package dev.lectern.enrollment.progress.application;

import dev.lectern.enrollment.progress.domain.AccessDecision.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether a lesson is open to the caller and why.
///
/// @param allowed whether the lesson is open
/// @param verdict ALLOWED, NOT_ENROLLED or LESSON_LOCKED: what a refusal would say
/// @param enrollmentId what was decided by, null for somebody without an enrollment in force
/// @param courseVersion the version the lesson is shown in
/// @param reasons the rules, in the order they were asked
public record AccessView(
        UUID courseId,
        UUID lessonId,
        boolean allowed,
        String verdict,
        Instant decidedAt,
        @Nullable UUID enrollmentId,
        int courseVersion,
        List<Reason> reasons) {}
