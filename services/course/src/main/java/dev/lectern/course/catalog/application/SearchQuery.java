package dev.lectern.course.catalog.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.course.authoring.domain.Category;
import dev.lectern.course.authoring.domain.Level;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody looks for. An empty set, null or false asks for nothing in particular.
///
/// @param text words in any language
/// @param maxPrice in minor units of `currency`; what is free is cheaper in every currency
/// @param captions languages, one of which is enough
public record SearchQuery(
        String text,
        Set<Category> categories,
        Set<Level> levels,
        Set<String> languages,
        boolean free,
        @Nullable Long maxPrice,
        @Nullable String currency,
        @Nullable BigDecimal minRating,
        Set<String> captions,
        Sort sort) {

    /// In which order what was found is shown; the names are those on the wire. Each sorts by two
    /// numbers, the higher one first.
    public enum Sort {
        RELEVANCE("rank", Sort.PUBLISHED),
        NEWEST(Sort.PUBLISHED, "0"),
        RATING("coalesce(rating_average, 0)", "rating_count"),
        PRICE("-price_amount", Sort.PUBLISHED);

        private static final String PUBLISHED = "extract(epoch from published_at)";

        private final String first;
        private final String second;

        Sort(String first, String second) {
            this.first = first;
            this.second = second;
        }

        String first() {
            return first;
        }

        String second() {
            return second;
        }
    }

    public SearchQuery {
        if (maxPrice != null && currency == null) {
            throw GenericRefusal.parameterNeeded("currency");
        }
    }
}
