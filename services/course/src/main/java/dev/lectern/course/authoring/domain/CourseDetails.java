package dev.lectern.course.authoring.domain;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What a course says about itself.
///
/// @param language a tag such as `en` or `pt-BR`
/// @param sequential whether lessons open one after the other
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
        boolean sequential) {

    private static final Set<String> KNOWN_LANGUAGES = Set.of(Locale.getISOLanguages());

    public CourseDetails {
        title = title.strip();
        summary = summary.strip();
        requireLanguage(language);
        tags = List.copyOf(tags);
        outcomes = List.copyOf(outcomes);
        requirements = List.copyOf(requirements);
    }

    /// What must be said at the start; everything else can wait.
    public static CourseDetails of(
            String title, String summary, String language, Level level, Category category) {
        return new CourseDetails(
                title, summary, language, level, category, "", List.of(), List.of(), List.of(),
                false);
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
