package dev.lectern.course.catalog.application;

import dev.lectern.common.web.PageQuery;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The two questions a search asks the database: one page of courses, and how many there are of
/// each kind. Both begin with the candidates, which are bounded before they are filtered, counted
/// and sorted, so that no question is expensive.
final class SearchSql {

    /// Of more than these the newest are taken.
    static final int MOST_CANDIDATES = 10_000;

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

    private static final String BEHIND =
            "where (first, second, course_id) < (:first::numeric, :second::numeric, :course::uuid)";

    private final SearchQuery query;
    private final @Nullable String meant;
    private final @Nullable SearchCursor after;
    private final int rows;

    /// @param meant what the text means to the database, null where there is none
    SearchSql(SearchQuery query, @Nullable String meant, PageQuery page) {
        this.query = query;
        this.meant = meant;
        this.after = SearchCursor.parse(page.cursor());
        this.rows = page.rows();
    }

    /// How many there are. Ranks are not needed for it and cost the most.
    String counts() {
        return candidates("0") + COUNTS;
    }

    /// One page of the found.
    String items() {
        var sort = query.sort();
        var ranked = meant != null && sort == SearchQuery.Sort.RELEVANCE;
        return candidates(ranked ? "ts_rank(e.search, :query::tsquery)" : "0")
                + """
                , placed as (
                    select course_id, (%s)::numeric as first, (%s)::numeric as second
                    from candidate where missed = 0
                ), shown as materialized (
                    select * from placed %s
                    order by first desc, second desc, course_id desc limit :rows
                )
                select %s, s.first, s.second
                from shown s join catalog_entry e using (course_id)
                order by s.first desc, s.second desc, s.course_id desc
                """
                        .formatted(
                                sort.first(),
                                sort.second(),
                                after == null ? "" : BEHIND,
                                CatalogRows.COLUMNS);
    }

    /// Each filter that can be chosen leaves a bit where an entry misses it: a facet counts what
    /// misses none but its own.
    private String candidates(String rank) {
        return """
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
            order by e.published_at desc, e.course_id desc limit :bound
        )
        """
                .formatted(rank, meant == null ? "true" : "e.search @@ :query::tsquery");
    }

    StatementSpec bind(StatementSpec statement) {
        return statement
                .param("query", meant)
                .param("bound", MOST_CANDIDATES)
                .param("anyCategory", query.categories().isEmpty())
                .param("categories", names(query.categories()))
                .param("anyLevel", query.levels().isEmpty())
                .param("levels", names(query.levels()))
                .param("anyLanguage", query.languages().isEmpty())
                .param("languages", query.languages().toArray(String[]::new))
                .param("anyCaptions", query.captions().isEmpty())
                .param("captions", query.captions().toArray(String[]::new))
                .param("free", query.free())
                .param("maxPrice", query.maxPrice())
                .param("currency", query.currency())
                .param("minRating", query.minRating())
                .param("rows", rows)
                .param("first", after == null ? null : after.first())
                .param("second", after == null ? null : after.second())
                .param("course", after == null ? null : after.course());
    }

    private static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }
}
