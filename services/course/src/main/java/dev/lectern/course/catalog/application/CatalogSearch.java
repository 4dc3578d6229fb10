package dev.lectern.course.catalog.application;

import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.course.catalog.application.SearchResult.FacetValue;
import dev.lectern.course.catalog.application.SearchResult.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds courses. What matches the text is bounded before it is filtered, counted and sorted, so
/// that no question is expensive.
@Component
public class CatalogSearch {

    private static final int MOST_CANDIDATES = 10_000;

    /// Each filter that can be chosen leaves a bit where an entry misses it: a facet counts what
    /// misses none but its own.
    private static final String MATCHES =
            """
            with candidate as materialized (
                select e.course_id, e.category, e.level, e.language, e.captions, e.price_amount,
                       e.published_at, e.rating_average, e.rating_count, %s as rank,
                       case when :anyCategory or e.category = any(:categories) then 0 else 1 end
                     + case when :anyLevel or e.level = any(:levels) then 0 else 2 end
                     + case when :anyLanguage or e.language = any(:languages) then 0 else 4 end
                     + case when (not :free or e.price_amount = 0)
                             and (:maxPrice::bigint is null or e.price_amount = 0
                                  or e.price_amount <= :maxPrice and e.price_currency = :currency)
                            then 0 else 8 end
                     + case when :anyCaptions or e.captions && cast(:captions as text[]) then 0 else 16 end
                         as missed
                from catalog_entry e
                where %s and (:minRating::numeric is null or e.rating_average >= :minRating)
                %s
                limit :bound
            )
            """;

    private static final String BY_TEXT =
            MATCHES.formatted(
                    "ts_rank(e.search, :query::tsquery)", "e.search @@ :query::tsquery", "");

    private static final String EVERYTHING =
            MATCHES.formatted("0", "true", "order by e.published_at desc, e.course_id desc");

    private static final String COUNTS =
            """
            select 'total' as facet, '' as value, count(*) from candidate where missed = 0
            union all
            select 'category', category, count(*) from candidate where missed in (0, 1) group by 2
            union all
            select 'level', level, count(*) from candidate where missed in (0, 2) group by 2
            union all
            select 'language', language, count(*) from candidate where missed in (0, 4) group by 2
            union all
            select 'price', case when price_amount = 0 then 'FREE' else 'PAID' end, count(*)
            from candidate where missed in (0, 8) group by 2
            union all
            select 'captions', unnest(captions), count(*)
            from candidate where missed in (0, 16) group by 2
            order by 1, 3 desc, 2
            """;

    private static final List<String> FACETS =
            List.of("category", "level", "language", "price", "captions");

    private final JdbcClient jdbc;
    private final Corrections corrections;

    CatalogSearch(JdbcClient jdbc, Corrections corrections) {
        this.jdbc = jdbc;
        this.corrections = corrections;
    }

    @Transactional(readOnly = true)
    public SearchResult search(SearchQuery query, PageQuery page) {
        if (query.text().isBlank()) {
            return result(query, null, page, null);
        }
        var meant = tsquery(query.text());
        if (corrections.matchesAnything(meant)) {
            return result(query, meant, page, null);
        }
        return corrections
                .of(query.text())
                .map(corrected -> result(query, tsquery(corrected), page, corrected))
                .orElseGet(() -> result(query, meant, page, null));
    }

    private SearchResult result(
            SearchQuery query, @Nullable String meant, PageQuery page, @Nullable String corrected) {
        var rows = bound(itemsSql(query, meant), query, meant);
        var items =
                Page.of(
                        rows.param("after", page.after())
                                .param("rows", page.rows())
                                .query(CatalogRows::item)
                                .list(),
                        page,
                        Item::courseId);
        var facets = new LinkedHashMap<String, List<FacetValue>>();
        FACETS.forEach(facet -> facets.put(facet, new ArrayList<>()));
        var total = new long[1];
        bound(base(meant) + COUNTS, query, meant)
                .query(row -> {
                    var values = facets.get(row.getString("facet"));
                    if (values == null) {
                        total[0] = row.getLong("count");
                    } else {
                        values.add(new FacetValue(row.getString("value"), row.getLong("count")));
                    }
                });
        return new SearchResult(
                items.items(), items.next(), total[0], Map.copyOf(facets), corrected);
    }

    static String itemsSql(SearchQuery query, @Nullable String meant) {
        return base(meant)
                + """
                , found as (
                    select course_id, row_number() over (order by %s) as position
                    from candidate where missed = 0
                )
                select e.*
                from found f join catalog_entry e using (course_id)
                where :after::uuid is null
                   or f.position > (select position from found where course_id = :after)
                order by f.position limit :rows
                """
                        .formatted(query.sort().order());
    }

    private static String base(@Nullable String meant) {
        return meant == null ? EVERYTHING : BY_TEXT;
    }

    JdbcClient.StatementSpec bound(String sql, SearchQuery query, @Nullable String meant) {
        return jdbc.sql(sql)
                .param("query", meant)
                .param("bound", MOST_CANDIDATES)
                .param("anyCategory", query.categories().isEmpty())
                .param(
                        "categories",
                        query.categories().stream().map(Enum::name).toArray(String[]::new))
                .param("anyLevel", query.levels().isEmpty())
                .param("levels", query.levels().stream().map(Enum::name).toArray(String[]::new))
                .param("anyLanguage", query.languages().isEmpty())
                .param("languages", query.languages().toArray(String[]::new))
                .param("anyCaptions", query.captions().isEmpty())
                .param("captions", query.captions().toArray(String[]::new))
                .param("free", query.free())
                .param("maxPrice", query.maxPrice())
                .param("currency", query.currency())
                .param("minRating", query.minRating());
    }

    /// The text as a query in each language that courses have, and word by word for names.
    String tsquery(String text) {
        return jdbc
                .sql(
                        """
                        select catalog_query('', :text)::text as query
                        union
                        select catalog_query(language, :text)::text
                        from (select distinct language from catalog_entry) languages
                        """)
                .param("text", text)
                .query(String.class)
                .list()
                .stream()
                .filter(query -> !query.isEmpty())
                .map(query -> "( " + query + " )")
                .reduce((one, other) -> one + " | " + other)
                .orElse("");
    }
}
