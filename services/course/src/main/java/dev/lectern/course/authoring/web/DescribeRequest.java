package dev.lectern.course.authoring.web;

import static dev.lectern.course.authoring.domain.CourseDetails.LONGEST_DESCRIPTION;
import static dev.lectern.course.authoring.domain.CourseDetails.LONGEST_POINT;
import static dev.lectern.course.authoring.domain.CourseDetails.LONGEST_SUMMARY;
import static dev.lectern.course.authoring.domain.CourseDetails.LONGEST_TAG;
import static dev.lectern.course.authoring.domain.CourseDetails.MOST_POINTS;
import static dev.lectern.course.authoring.domain.CourseDetails.MOST_TAGS;

import dev.lectern.common.web.Sent;
import dev.lectern.course.authoring.domain.Category;
import dev.lectern.course.authoring.domain.Completion;
import dev.lectern.course.authoring.domain.CourseDetails;
import dev.lectern.course.authoring.domain.Level;
import dev.lectern.course.authoring.domain.Title;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is absent stays. A text or list that may be empty is emptied by null; what a course cannot
/// be without refuses it.
///
/// @param summary what the catalog shows in a list
/// @param language a BCP 47 tag, for example `en`
/// @param level for whom it is meant
/// @param category what it is about
/// @param description for the course's page; null empties it
/// @param tags words to find it by; null empties it
/// @param outcomes what learners can do afterwards, one a line; null empties it
/// @param requirements what learners must know before, one a line; null empties it
/// @param sequential whether a lesson opens only when those before it are done
/// @param coverAssetId an image of the course; null takes it away
/// @param promoVideoId a video of the course, which the gate waits for; null takes it away
/// @param completion what completing the course asks for besides its lessons; null for nothing
record DescribeRequest(
        @Nullable Sent<@Size(max = Title.LONGEST) @Pattern(regexp = VISIBLE) String> title,
        @Nullable Sent<@Size(max = LONGEST_SUMMARY) @Pattern(regexp = VISIBLE) String> summary,
        @Nullable Sent<@Size(max = 35) String> language,
        @Nullable Sent<Level> level,
        @Nullable Sent<Category> category,
        @Nullable Sent<@Size(max = LONGEST_DESCRIPTION) String> description,
        @Nullable Sent<@Size(max = MOST_TAGS) List<@NotBlank @Size(max = LONGEST_TAG) String>> tags,
        @Nullable Sent<@Size(max = MOST_POINTS) List<@NotBlank @Size(max = LONGEST_POINT) String>>
                outcomes,
        @Nullable Sent<@Size(max = MOST_POINTS) List<@NotBlank @Size(max = LONGEST_POINT) String>>
                requirements,
        @Nullable Sent<Boolean> sequential,
        @Nullable Sent<UUID> coverAssetId,
        @Nullable Sent<UUID> promoVideoId,
        @Nullable Sent<@Valid CompletionRequest> completion) {

    static final String VISIBLE = "(?s).*\\S.*";

    /// What completing a course asks for besides its lessons.
    ///
    /// @param finalQuizId the quiz that decides, one of the course's
    /// @param minScorePercent 0 to 100, the least score in it
    record CompletionRequest(
            @NotNull UUID finalQuizId, @NotNull @Min(0) @Max(100) Integer minScorePercent) {

        Completion completion() {
            return new Completion(finalQuizId, minScorePercent);
        }
    }

    CourseDetails applyTo(CourseDetails now) {
        return new CourseDetails(
                Sent.orRefused(title, now.title(), "/title"),
                Sent.orRefused(summary, now.summary(), "/summary"),
                Sent.orRefused(language, now.language(), "/language"),
                Sent.orRefused(level, now.level(), "/level"),
                Sent.orRefused(category, now.category(), "/category"),
                Sent.or(description, now.description(), ""),
                Sent.or(tags, now.tags(), List.of()),
                Sent.or(outcomes, now.outcomes(), List.of()),
                Sent.or(requirements, now.requirements(), List.of()),
                Sent.orRefused(sequential, now.sequential(), "/sequential"),
                completionAfter(now.completion()),
                after(coverAssetId, now.coverAssetId()),
                after(promoVideoId, now.promoVideoId()));
    }

    private @Nullable Completion completionAfter(@Nullable Completion now) {
        if (completion == null) {
            return now;
        }
        return completion.value() == null ? null : completion.value().completion();
    }

    private static @Nullable UUID after(@Nullable Sent<UUID> sent, @Nullable UUID now) {
        return sent == null ? now : sent.value();
    }
}
