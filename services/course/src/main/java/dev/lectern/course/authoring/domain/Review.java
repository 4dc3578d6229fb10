package dev.lectern.course.authoring.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The last review of a course: what its author wrote to the reviewer, and what came of it.
///
/// @param reasons why it was rejected
public record Review(
        @Nullable String note,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy,
        @Nullable String decisionNote,
        List<Reason> reasons) {

    /// What a reviewer wants changed.
    ///
    /// @param pointer where, as a JSON pointer into the course or its outline
    public record Reason(String pointer, String text) {}

    public Review {
        reasons = List.copyOf(reasons);
    }

    static Review asked(@Nullable String note, Instant now) {
        return new Review(note, now, null, null, null, List.of());
    }

    Review approved(@Nullable String decisionNote, UUID reviewer, Instant now) {
        return new Review(note, submittedAt, now, reviewer, decisionNote, List.of());
    }

    Review rejected(
            List<Reason> because, @Nullable String decisionNote, UUID reviewer, Instant now) {
        return new Review(note, submittedAt, now, reviewer, decisionNote, because);
    }
}
