package dev.lectern.course.authoring.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.lectern.course.authoring.domain.Category;
import dev.lectern.course.authoring.domain.CourseDetails;
import dev.lectern.course.authoring.domain.CourseRefused;
import dev.lectern.course.authoring.domain.Level;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is absent stays. A text or list that may be empty is emptied by null; what a course cannot
/// be without refuses it.
record DescribeRequest(
        @JsonSetter(nulls = Nulls.FAIL) @Nullable @Size(max = 120) @Pattern(regexp = VISIBLE)
                String title,
        @JsonSetter(nulls = Nulls.FAIL) @Nullable @Size(max = 300) @Pattern(regexp = VISIBLE)
                String summary,
        @JsonSetter(nulls = Nulls.FAIL) @Nullable @Size(max = 35) String language,
        @JsonSetter(nulls = Nulls.FAIL) @Nullable Level level,
        @JsonSetter(nulls = Nulls.FAIL) @Nullable Category category,
        @JsonSetter(nulls = Nulls.AS_EMPTY) @Nullable @Size(max = 20_000) String description,
        @JsonSetter(nulls = Nulls.AS_EMPTY) @Nullable @Size(max = 20)
                List<@NotBlank @Size(max = 40) String> tags,
        @JsonSetter(nulls = Nulls.AS_EMPTY) @Nullable @Size(max = 30)
                List<@NotBlank @Size(max = 300) String> outcomes,
        @JsonSetter(nulls = Nulls.AS_EMPTY) @Nullable @Size(max = 30)
                List<@NotBlank @Size(max = 300) String> requirements,
        @JsonSetter(nulls = Nulls.FAIL) @Nullable Boolean sequential,
        @Nullable UUID coverAssetId,
        @Nullable UUID promoVideoId,
        @Nullable CompletionRequest completion) {

    private static final String VISIBLE = "(?s).*\\S.*";

    /// Images, videos and quizzes have no service yet that tells of them: none is known.
    void requireKnownReferences() {
        if (coverAssetId != null) {
            throw CourseRefused.referenceUnknown("/coverAssetId");
        }
        if (promoVideoId != null) {
            throw CourseRefused.referenceUnknown("/promoVideoId");
        }
        if (completion != null) {
            throw CourseRefused.referenceUnknown("/completion/finalQuizId");
        }
    }

    CourseDetails applyTo(CourseDetails now) {
        return new CourseDetails(
                or(title, now.title()),
                or(summary, now.summary()),
                or(language, now.language()),
                or(level, now.level()),
                or(category, now.category()),
                or(description, now.description()),
                or(tags, now.tags()),
                or(outcomes, now.outcomes()),
                or(requirements, now.requirements()),
                or(sequential, now.sequential()));
    }

    private static <T> T or(@Nullable T sent, T now) {
        return sent == null ? now : sent;
    }

    record CompletionRequest(@Nullable UUID finalQuizId, @Nullable Integer minScorePercent) {}
}
