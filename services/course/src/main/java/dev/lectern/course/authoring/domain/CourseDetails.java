package dev.lectern.course.authoring.domain;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What a course says about itself.
///
/// @param language a tag such as `en` or `pt-BR`
/// @param sequential whether lessons open one after the other
/// @param completion what completing it asks for besides its lessons, null for nothing
/// @param coverAssetId the picture it is shown with
/// @param promoVideoId the video it is promoted with, null for none
@Embeddable
public record CourseDetails(
        String title,
        String summary,
        String language,
        @Enumerated(EnumType.STRING) Level level,
        @Enumerated(EnumType.STRING) Category category,
        String description,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> tags,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> outcomes,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> requirements,
        boolean sequential,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Completion completion,
        @Nullable UUID coverAssetId,
        @Nullable UUID promoVideoId) {

    public static final int LONGEST_SUMMARY = 300;
    public static final int LONGEST_DESCRIPTION = 20_000;
    public static final int MOST_TAGS = 20;
    public static final int LONGEST_TAG = 40;

    /// Of outcomes, and of requirements.
    public static final int MOST_POINTS = 30;

    public static final int LONGEST_POINT = 300;

    private static final Set<String> KNOWN_LANGUAGES = Set.of(Locale.getISOLanguages());

    public CourseDetails {
        title = Title.of(title);
        summary = summary.strip();
        requireLength(summary, 1, LONGEST_SUMMARY, "/summary");
        requireLanguage(language);
        requireLength(description, 0, LONGEST_DESCRIPTION, "/description");
        tags = bounded(tags, MOST_TAGS, LONGEST_TAG, "/tags");
        outcomes = bounded(outcomes, MOST_POINTS, LONGEST_POINT, "/outcomes");
        requirements = bounded(requirements, MOST_POINTS, LONGEST_POINT, "/requirements");
    }

    /// What must be said at the start; everything else can wait.
    public static CourseDetails of(
            String title, String summary, String language, Level level, Category category) {
        return new CourseDetails(
                title, summary, language, level, category, "", List.of(), List.of(), List.of(),
                false, null, null, null);
    }

    private static List<String> bounded(List<String> texts, int most, int longest, String pointer) {
        if (texts.size() > most) {
            throw GenericRefusal.invalid(pointer, "At most " + most + ".");
        }
        texts.forEach(text -> requireLength(text, 1, longest, pointer));
        return List.copyOf(texts);
    }

    private static void requireLength(String text, int least, int most, String pointer) {
        if (text.length() < least || text.length() > most) {
            throw GenericRefusal.invalid(pointer, least + " to " + most + " characters.");
        }
    }

    private static void requireLanguage(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            if (locale.toLanguageTag().equals(tag)
                    && KNOWN_LANGUAGES.contains(locale.getLanguage())) {
                return;
            }
        } catch (IllformedLocaleException e) {
            throw unknownLanguage();
        }
        throw unknownLanguage();
    }

    private static RuntimeException unknownLanguage() {
        return GenericRefusal.invalid(
                "/language", "Not a language tag such as \"en\" or \"pt-BR\".");
    }
}
