package dev.lectern.course.catalog.application;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was found.
///
/// @param next sent back as `cursor`, null at the end
/// @param total how many there are on all pages
/// @param facets how many there would be for each value of a filter, the other filters kept
/// @param correctedTo what was searched for instead, because the text itself finds nothing
public record SearchResult(
        List<Item> items,
        @Nullable String next,
        long total,
        Map<String, List<FacetValue>> facets,
        @Nullable String correctedTo) {

    /// A course as the catalog shows it in a list.
    ///
    /// @param slug its name in addresses
    /// @param coverUrl its picture
    /// @param language a BCP 47 tag
    /// @param level BEGINNER, INTERMEDIATE, ADVANCED or ALL
    /// @param category what it is about, one of those the search knows
    /// @param captions the languages of its captions, each a BCP 47 tag
    public record Item(
            UUID courseId,
            String slug,
            String title,
            String summary,
            @Nullable String coverUrl,
            Instructor instructor,
            String language,
            String level,
            String category,
            Price price,
            Rating rating,
            int durationSeconds,
            List<String> captions) {}

    /// Who teaches a course.
    ///
    /// @param displayName null until it is known here
    public record Instructor(UUID id, @Nullable String displayName) {}

    /// What a course costs, tax included.
    ///
    /// @param amount in minor units, 0 for free
    /// @param currency an ISO 4217 code
    public record Price(long amount, String currency) {}

    /// What learners think of a course.
    ///
    /// @param average 1 to 5, null while nobody has rated
    /// @param count how many have rated
    public record Rating(@Nullable BigDecimal average, int count) {}

    /// One value of a filter.
    ///
    /// @param count how many courses would be found
    public record FacetValue(String value, long count) {}
}
