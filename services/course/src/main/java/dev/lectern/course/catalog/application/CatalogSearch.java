package dev.lectern.course.catalog.application;

import dev.lectern.common.web.PageQuery;
import dev.lectern.course.catalog.application.SearchResult.FacetValue;
import dev.lectern.course.catalog.application.SearchResult.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds courses.
@Component
public class CatalogSearch {

    private static final List<String> FACETS =
            List.of("category", "level", "language", "price", "captions");

    private final JdbcClient jdbc;
    private final SearchSettings settings;
    private final Meanings meanings;
    private final Corrections corrections;

    CatalogSearch(
            JdbcClient jdbc, SearchSettings settings, Meanings meanings, Corrections corrections) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.meanings = meanings;
        this.corrections = corrections;
    }

    /// A text that finds nothing is searched for again with its misspelled words corrected, if that
    /// finds something.
    @Transactional(readOnly = true)
    public SearchResult search(SearchQuery query, PageQuery page) {
        settings.apply();
        if (query.text().isBlank()) {
            return result(query, null, page, null);
        }
        var meant = meanings.of(query.text());
        if (!meanings.findAnything(meant)) {
            var corrected = corrections.of(query.text()).orElse(query.text());
            var meantThen = meanings.of(corrected);
            if (meanings.findAnything(meantThen)) {
                return result(query, meantThen, page, corrected);
            }
        }
        return result(query, meant, page, null);
    }

    private SearchResult result(
            SearchQuery query, @Nullable String meant, PageQuery page, @Nullable String corrected) {
        var sql = new SearchSql(query, meant, page);
        var found = sql.bind(jdbc.sql(sql.items())).query(CatalogSearch::found).list();
        var shown = found.subList(0, Math.min(page.limit(), found.size()));
        var facets = new LinkedHashMap<String, List<FacetValue>>();
        FACETS.forEach(facet -> facets.put(facet, new ArrayList<>()));
        var total = new long[1];
        sql.bind(jdbc.sql(sql.counts()))
                .query(row -> {
                    var values = facets.get(row.getString("facet"));
                    if (values == null) {
                        total[0] = row.getLong("count");
                    } else {
                        values.add(new FacetValue(row.getString("value"), row.getLong("count")));
                    }
                });
        return new SearchResult(
                shown.stream().map(Found::item).toList(),
                found.size() > shown.size() ? shown.getLast().place().toString() : null,
                total[0],
                Map.copyOf(facets),
                corrected);
    }

    private record Found(Item item, SearchCursor place) {}

    private static Found found(ResultSet row, int number) throws SQLException {
        var item = CatalogRows.item(row, number);
        return new Found(
                item,
                new SearchCursor(
                        row.getBigDecimal("first"), row.getBigDecimal("second"), item.courseId()));
    }
}
