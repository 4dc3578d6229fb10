package dev.lectern.course.authoring.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.lectern.course.authoring.domain.Completion;
import dev.lectern.course.authoring.domain.Review;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A course as its members and its reviewer see it: the draft, and how far it has come.
///
/// @param version which edit of the draft this is, told as its ETag
/// @param slug its name in addresses
/// @param status DRAFT, SUBMITTED or PUBLISHED
/// @param publishedVersion the newest version, null before the first
/// @param offeredVersion the one newcomers get, an earlier one after a rollback
/// @param withdrawnAt since when it is offered to nobody, null while it is or was never published
/// @param withdrawnBecause why it was withdrawn, null unless it is
/// @param defaultRunId the run that is always there
/// @param language a BCP 47 tag
/// @param level BEGINNER, INTERMEDIATE, ADVANCED or ALL
/// @param category what it is about, as it was set
/// @param tags words to find it by
/// @param outcomes what learners can do afterwards
/// @param requirements what learners must know before
/// @param sequential whether a lesson opens only when those before it are done
/// @param completion what completing it asks for besides its lessons, null for nothing
/// @param coverAssetId the image it is shown with
/// @param promoVideoId the video it is promoted with
/// @param review the last one, null before the first was asked for
public record CourseView(
        @JsonIgnore long version,
        UUID id,
        String slug,
        String status,
        @Nullable Integer publishedVersion,
        @Nullable Integer offeredVersion,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBecause,
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
        @Nullable Completion completion,
        @Nullable UUID coverAssetId,
        @Nullable UUID promoVideoId,
        @Nullable ReviewView review,
        Instant createdAt) {

    /// The last review; who decided stays among the staff.
    ///
    /// @param note what the author wrote, null for nothing
    /// @param decidedAt null until it is
    /// @param decisionNote what the reviewer wrote, null for nothing
    /// @param reasons what is to be changed, empty unless it was rejected
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
