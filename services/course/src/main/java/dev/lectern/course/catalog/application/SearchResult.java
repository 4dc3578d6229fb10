package dev.lectern.course.catalog.application;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was found.
///
/// @param next sent back as `cursor`, null at the end
/// @param facets how many there would be for each value of a filter, the other filters kept
/// @param correctedTo what was searched for instead, because the text itself finds nothing
public record SearchResult(
        List<Item> items,
        @Nullable String next,
        long total,
        Map<String, List<FacetValue>> facets,
        @Nullable String correctedTo) {

    /// A course as the catalog shows it in a list.
    public record Item(
            UUID courseId,
            String slug,
            String title,
            String summary,
            Instructor instructor,
            String language,
            String level,
            String category,
            Price price,
            Rating rating,
            int durationSeconds,
            List<String> captions) {}

    /// @param displayName null until user has told it
    public record Instructor(UUID id, @Nullable String displayName) {}

    /// @param amount in minor units, 0 for free
    public record Price(long amount, String currency) {}

    /// @param average null while nobody has rated
    public record Rating(@Nullable BigDecimal average, int count) {}

    public record FacetValue(String value, long count) {}
}
