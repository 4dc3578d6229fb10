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

    /// In which order what was found is shown; the names are those on the wire.
    public enum Sort {
        RELEVANCE("rank desc, published_at desc, course_id desc"),
        NEWEST("published_at desc, course_id desc"),
        RATING("rating_average desc nulls last, rating_count desc, course_id desc"),
        PRICE("price_amount, published_at desc, course_id desc");

        private final String order;

        Sort(String order) {
            this.order = order;
        }

        String order() {
            return order;
        }
    }

    public SearchQuery {
        if (maxPrice != null && currency == null) {
            throw GenericRefusal.unknownParameter("currency");
        }
    }

    SearchQuery with(String otherText) {
        return new SearchQuery(
                otherText,
                categories,
                levels,
                languages,
                free,
                maxPrice,
                currency,
                minRating,
                captions,
                sort);
    }
}
