package dev.lectern.review.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A review as it is read.
///
/// @param version which edit of it this is, told as its ETag
/// @param learnerName what its writer is called, null while that is not known
/// @param rating 1 to 5 stars
/// @param text null for stars alone
/// @param status COUNTED, WITHDRAWN or TAKEN_OUT. It is withdrawn while its writer has lost access
///   to the course, and taken out by moderators; then nobody else sees it
/// @param editedAt null where it reads as it was posted
/// @param reply what the author of the course answers, null for nothing
public record ReviewView(
        @JsonIgnore long version,
        UUID id,
        UUID courseId,
        @Nullable String learnerName,
        int rating,
        @Nullable String text,
        String status,
        Instant postedAt,
        @Nullable Instant editedAt,
        @Nullable ReplyView reply) {

    /// What the author of the course answers.
    ///
    /// @param authorName who answers, null while that is not known
    public record ReplyView(String text, @Nullable String authorName, Instant repliedAt) {}
}
