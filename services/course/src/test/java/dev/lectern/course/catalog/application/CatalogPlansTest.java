package dev.lectern.course.catalog.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.lectern.client.Client;
import dev.lectern.common.web.PageQuery;
import dev.lectern.course.authoring.domain.Category;
import dev.lectern.course.catalog.application.SearchQuery.Sort;
import dev.lectern.course.testkit.FullCatalogue;
import dev.lectern.course.testkit.FullCatalogueTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// With ten thousand courses every question of the catalogue is answered from an index, and none
/// reads all of `catalog_entry`.
@FullCatalogueTest
class CatalogPlansTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort int port;
    @Autowired FullCatalogue catalogue;
    @Autowired Meanings meanings;
    @Autowired SearchSettings settings;
    @Autowired JdbcClient jdbc;
    @Autowired HikariDataSource pool;
    @Autowired PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(strings = {"babacox", "mimimix lololox", FullCatalogue.COMMON, "nobody has this"})
    void findsWordsInTheirIndex(String text) {
        var search = new SearchSql(aQuery(text, Sort.RELEVANCE), meant(text), firstPage());

        for (var sql : List.of(search.items(), search.counts())) {
            assertThat(plan(sql, search::bind).accesses())
                    .contains("Bitmap Index Scan catalog_entry_search")
                    .noneMatch(access -> access.startsWith("Seq Scan"));
        }
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void browsesAndCountsInOneIndexHoweverItIsSorted(Sort sort) {
        var search = new SearchSql(aQuery("", sort), null, firstPage());

        for (var sql : List.of(search.items(), search.counts())) {
            assertThat(plan(sql, search::bind).accesses())
                    .contains("Index Only Scan catalog_entry_browse")
                    .noneMatch(access -> access.startsWith("Seq Scan"));
        }
    }

    @Test
    void looksOnlyUpWhatItShows() {
        var search = new SearchSql(aQuery("", Sort.NEWEST), null, firstPage());

        assertThat(plan(search.items(), search::bind).accesses())
                .contains("Index Scan catalog_entry_pkey");
    }

    @Test
    void considersABoundedNumberOfCandidates() {
        for (var meant : new String[] {null, meant(FullCatalogue.COMMON)}) {
            var search = new SearchSql(Searching.everything(), meant, firstPage());

            assertThat(plan(search.counts(), search::bind).rowsOf("CTE candidate"))
                    .isEqualTo(SearchSql.MOST_CANDIDATES)
                    .isLessThan(FullCatalogue.SIZE);
        }
    }

    @Test
    void looksForResemblingWordsInTheirIndex() {
        assertThat(plan(Corrections.SIMILAR, sql -> sql.param("word", "babacxo")).accesses())
                .contains(
                        "Bitmap Index Scan catalog_word_similar",
                        "Index Only Scan catalog_word_use_pkey")
                .noneMatch(access -> access.startsWith("Seq Scan"));
    }

    @Test
    void meansWordsByTheIndexOfLanguages() {
        assertThat(plan(Meanings.IN_EACH_LANGUAGE, sql -> sql.param("text", "babacox")).accesses())
                .contains("Index Only Scan catalog_entry_language")
                .noneMatch(access -> access.startsWith("Seq Scan"));
        assertThat(
                        plan(Meanings.FINDS_ANYTHING, sql -> sql.param("query", meant("babacox")))
                                .accesses())
                .containsExactly(
                        "Bitmap Heap Scan catalog_entry", "Bitmap Index Scan catalog_entry_search");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "ba", "baba", "babacox"})
    void suggestsTitlesFromTheirIndex(String typed) {
        assertThat(
                        plan(
                                        CatalogSuggestions.BEGINNING,
                                        sql ->
                                                sql.param("start", typed + "%")
                                                        .param("inside", "% " + typed + "%")
                                                        .param("shown", 8))
                                .accesses())
                .contains("Bitmap Index Scan catalog_entry_title_key")
                .noneMatch(access -> access.startsWith("Seq Scan"));
        assertThat(
                        plan(
                                        CatalogSuggestions.RESEMBLING,
                                        sql -> sql.param("typed", typed).param("shown", 8))
                                .accesses())
                .contains("Bitmap Index Scan catalog_entry_title_key")
                .noneMatch(access -> access.startsWith("Seq Scan"));
    }

    @Test
    void findsAPageByIdBySlugAndByOldSlugInIndexes() {
        var entry = catalogue.entries().getFirst();

        for (var id : new UUID[] {entry.id(), null}) {
            assertThat(
                            plan(
                                            PublicPages.PAGE,
                                            sql -> sql.param("id", id).param("slug", entry.slug()))
                                    .accesses())
                    .contains(
                            "Index Scan catalog_entry_pkey",
                            "Index Scan catalog_entry_slug_key",
                            "Index Scan published_version_by_slug")
                    .noneMatch(access -> access.startsWith("Seq Scan"));
        }
    }

    /// What the plans promise, as the database counted it after real requests; each is sent often
    /// enough for its plan to become one that knows no values.
    @Test
    void neverReadsTheWholeTableWhateverIsAsked() {
        var someone = new Client(port);
        var slug = catalogue.entries().getFirst().slug();
        var before = countOf("seq_scan");
        var looked = countOf("idx_scan");

        for (var i = 0; i < 12; i++) {
            for (var path :
                    List.of(
                            "search",
                            "search?sort=PRICE&language=en&free=true&limit=100",
                            "search?q=babacox&category=DATA,MUSIC",
                            "search?q=" + FullCatalogue.COMMON,
                            "search?q=babacxo",
                            "search?q=zzzzqqqq",
                            "suggest?q=b",
                            "suggest?q=babacxo",
                            "courses/nothing-like-it")) {
                someone.get("/api/v1/catalog/" + path);
            }
            jdbc.sql(PublicPages.PAGE).param("id", null).param("slug", slug).query().singleRow();
        }

        // Counts are told when a connection ends.
        pool.getHikariPoolMXBean().softEvictConnections();
        await().until(() -> countOf("idx_scan") > looked + 12 * 9);
        assertThat(countOf("seq_scan")).isEqualTo(before);
    }

    private long countOf(String what) {
        return jdbc.sql(
                        "select "
                                + what
                                + " from pg_stat_user_tables where relname = 'catalog_entry'")
                .query(Long.class)
                .single();
    }

    private String meant(String text) {
        return meanings.of(text);
    }

    private static PageQuery firstPage() {
        return new PageQuery(20, null);
    }

    private static SearchQuery aQuery(String text, Sort sort) {
        return new SearchQuery(
                text,
                Set.of(Category.DATA, Category.MUSIC),
                Set.of(),
                Set.of("en"),
                false,
                1_900L,
                "EUR",
                BigDecimal.ONE,
                Set.of("es"),
                sort);
    }

    /// How the database goes about it.
    private Plan plan(String sql, UnaryOperator<StatementSpec> bind) {
        String json =
                new TransactionTemplate(transactions)
                        .execute(status -> {
                            settings.apply();
                            return bind.apply(jdbc.sql("explain (analyze, format json) " + sql))
                                    .query(String.class)
                                    .single();
                        });
        return new Plan(JSON.readTree(json).get(0).get("Plan"));
    }

    private record Plan(JsonNode root) {

        /// Each way a table or index is gone through, without the small ones the query itself made.
        List<String> accesses() {
            return nodes(root)
                    .filter(node -> node.path("Node Type").asString().contains("Scan"))
                    .filter(node -> node.has("Index Name") || node.has("Relation Name"))
                    .map(node ->
                            node.get("Node Type").asString()
                                    + " "
                                    + nameOf(node.get("Index Name"), node))
                    .toList();
        }

        private static String nameOf(@Nullable JsonNode index, JsonNode node) {
            return (index == null ? node.get("Relation Name") : index).asString();
        }

        long rowsOf(String subplan) {
            return nodes(root)
                    .filter(node -> node.path("Subplan Name").asString("").equals(subplan))
                    .findFirst()
                    .orElseThrow()
                    .get("Actual Rows")
                    .asLong();
        }

        private static Stream<JsonNode> nodes(JsonNode node) {
            return Stream.concat(
                    Stream.of(node), node.path("Plans").valueStream().flatMap(Plan::nodes));
        }
    }
}
