package dev.lectern.course.authoring.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.lectern.course.authoring.domain.Review;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A course as its members and its reviewer see it: the draft, and how far it has come.
///
/// @param version which edit of the draft this is, told as its ETag
/// @param status DRAFT, SUBMITTED or PUBLISHED
/// @param publishedVersion the newest version, null before the first
public record CourseView(
        @JsonIgnore long version,
        UUID id,
        String slug,
        String status,
        @Nullable Integer publishedVersion,
        UUID defaultRunId,
        String title,
        String summary,
        String language,
        String level,
        String category,
        String description,
        List<String> tags,
        List<String> outcomes,
        List<String> requirements,
        boolean sequential,
        @Nullable ReviewView review,
        Instant createdAt) {

    /// The last review; who decided stays among the staff.
    public record ReviewView(
            @Nullable String note,
            Instant submittedAt,
            @Nullable Instant decidedAt,
            @Nullable String decisionNote,
            List<Review.Reason> reasons) {

        static ReviewView of(Review review) {
            return new ReviewView(
                    review.note(),
                    review.submittedAt(),
                    review.decidedAt(),
                    review.decisionNote(),
                    review.reasons());
        }
    }
}
