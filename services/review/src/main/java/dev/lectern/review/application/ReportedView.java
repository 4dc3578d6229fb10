package dev.lectern.review.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A review as moderators see it that somebody has reported.
///
/// @param rating 1 to 5 stars
/// @param text null for stars alone
/// @param status COUNTED, WITHDRAWN or TAKEN_OUT
/// @param takenOutFor why a moderator took it out, null where none has
/// @param reports the newest of those nobody has answered, twenty at most
public record ReportedView(
        UUID id,
        UUID courseId,
        UUID learnerId,
        int rating,
        @Nullable String text,
        String status,
        @Nullable String takenOutFor,
        List<ReportView> reports) {

    /// What is wrong with it; who says so stays unknown.
    ///
    /// @param reason SPAM, OFFENSIVE, PERSONAL_DATA, OFF_TOPIC or OTHER
    /// @param note in words, null for none
    public record ReportView(String reason, @Nullable String note, Instant reportedAt) {}
}
