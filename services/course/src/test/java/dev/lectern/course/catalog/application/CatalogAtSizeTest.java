package dev.lectern.course.catalog.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.common.web.PageQuery;
import dev.lectern.course.authoring.domain.Category;
import dev.lectern.course.authoring.domain.Level;
import dev.lectern.course.catalog.application.SearchQuery.Sort;
import dev.lectern.course.catalog.application.SearchResult.FacetValue;
import dev.lectern.course.testkit.FullCatalogue;
import dev.lectern.course.testkit.FullCatalogue.Entry;
import dev.lectern.course.testkit.FullCatalogueTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What the catalogue finds and counts among ten thousand courses, counted again.
@FullCatalogueTest
class CatalogAtSizeTest {

    @Autowired FullCatalogue catalogue;
    @Autowired CatalogSearch search;
    @Autowired CatalogSuggestions suggestions;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void countsWhatThereIs(long seed) {
        var query = aQuery(new Random(seed));

        var result = search.search(query, new PageQuery(100, null));

        assertThat(result.total()).isEqualTo(matching(query, "").count());
        assertThat(result.items()).hasSize((int) Math.min(100, result.total()));
        assertFacet(result, query, "category", entry -> Stream.of(entry.category().name()));
        assertFacet(result, query, "level", entry -> Stream.of(entry.level().name()));
        assertFacet(result, query, "language", entry -> Stream.of(entry.language()));
        assertFacet(
                result, query, "price", entry -> Stream.of(entry.price() == 0 ? "FREE" : "PAID"));
        assertFacet(result, query, "captions", entry -> entry.captions().stream());
    }

    @ParameterizedTest
    @EnumSource(
            value = Sort.class,
            names = {"NEWEST", "RATING", "PRICE"})
    void showsEveryCourseOnceInItsOrderPageByPage(Sort sort) {
        var query = Searching.forText(FullCatalogue.word(40), sort);

        var found = pages(query);

        assertThat(found)
                .containsExactlyElementsOf(
                        matching(query, "").sorted(order(sort)).map(Entry::id).toList());
    }

    @Test
    void showsEveryRelevantCourseOnceAndThoseThatSayItInTheirTitleFirst() {
        var word = FullCatalogue.word(40);
        var query = Searching.forText(word, Sort.RELEVANCE);

        var found = pages(query);

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(matching(query, "").map(Entry::id).toList());
        var byId =
                catalogue.entries().stream()
                        .collect(Collectors.toMap(Entry::id, Function.identity()));
        assertThat(byId.get(found.getFirst()))
                .satisfies(best -> assertThat(best.title()).contains(word));
        assertThat(byId.get(found.getLast()))
                .satisfies(last -> assertThat(last.title()).doesNotContain(word));
    }

    @Test
    void countsTheNewestTenThousandOfMore() {
        var everything = search.search(Searching.forText("", Sort.NEWEST), new PageQuery(1, null));
        var common =
                search.search(
                        Searching.forText(FullCatalogue.COMMON, Sort.NEWEST),
                        new PageQuery(1, null));

        assertThat(everything.total()).isEqualTo(SearchSql.MOST_CANDIDATES);
        assertThat(common.total()).isEqualTo(SearchSql.MOST_CANDIDATES);
        var newest = catalogue.entries().stream().max(Comparator.comparing(Entry::publishedAt));
        assertThat(everything.items().getFirst().courseId()).isEqualTo(newest.orElseThrow().id());
    }

    @Test
    void understandsAMisspelledWordAmongThousands() {
        var result =
                search.search(Searching.forText("vorbnex", Sort.NEWEST), new PageQuery(1, null));

        assertThat(result.correctedTo()).isEqualTo(FullCatalogue.COMMON);
        assertThat(result.total()).isEqualTo(SearchSql.MOST_CANDIDATES);
    }

    @Test
    void suggestsAtMostEightTitlesThatBeginSo() {
        var typed = FullCatalogue.word(3).substring(0, 4);

        assertThat(suggestions.of(typed))
                .hasSize(8)
                .allSatisfy(
                        suggestion -> assertThat(" " + suggestion.title()).contains(" " + typed));
    }

    private List<UUID> pages(SearchQuery query) {
        var found = new ArrayList<UUID>();
        @Nullable String cursor = null;
        do {
            var page = search.search(query, new PageQuery(100, cursor));
            page.items().forEach(item -> found.add(item.courseId()));
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    private static Comparator<Entry> order(Sort sort) {
        var newest = Comparator.comparing(Entry::publishedAt).reversed();
        Comparator<Entry> first =
                switch (sort) {
                    case NEWEST, RELEVANCE -> newest;
                    case PRICE -> Comparator.comparing(Entry::price).thenComparing(newest);
                    case RATING ->
                            Comparator.comparing(
                                    (Entry entry) ->
                                            entry.rating() == null
                                                    ? BigDecimal.ZERO
                                                    : entry.rating(),
                                    Comparator.reverseOrder());
                };
        return first.thenComparing(entry -> entry.id().toString(), Comparator.reverseOrder());
    }

    private void assertFacet(
            SearchResult result,
            SearchQuery query,
            String facet,
            Function<Entry, Stream<String>> values) {
        var expected =
                matching(query, facet)
                        .flatMap(values)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, Long> counted =
                result.facets().getOrDefault(facet, List.of()).stream()
                        .collect(Collectors.toMap(FacetValue::value, FacetValue::count));
        assertThat(counted).as(facet).isEqualTo(expected);
    }

    /// @param without the one filter that is not asked
    private Stream<Entry> matching(SearchQuery query, String without) {
        var words = List.of(query.text().split(" "));
        Predicate<Entry> all = entry -> query.text().isEmpty() || entry.words().containsAll(words);
        var filters =
                Map.<String, Predicate<Entry>>of(
                        "category",
                        entry -> isAmong(query.categories(), entry.category()),
                        "level",
                        entry -> isAmong(query.levels(), entry.level()),
                        "language",
                        entry -> isAmong(query.languages(), entry.language()),
                        "captions",
                        entry ->
                                query.captions().isEmpty()
                                        || entry.captions().stream()
                                                .anyMatch(query.captions()::contains),
                        "price",
                        entry ->
                                (!query.free() || entry.price() == 0)
                                        && (query.maxPrice() == null
                                                || entry.price() <= query.maxPrice()),
                        "rating",
                        entry ->
                                query.minRating() == null
                                        || (entry.rating() != null
                                                && entry.rating().compareTo(query.minRating())
                                                        >= 0));
        return catalogue.entries().stream()
                .filter(all)
                .filter(entry ->
                        filters.entrySet().stream()
                                .filter(filter -> !filter.getKey().equals(without))
                                .allMatch(filter -> filter.getValue().test(entry)));
    }

    private static <T> boolean isAmong(Set<T> asked, T value) {
        return asked.isEmpty() || asked.contains(value);
    }

    private static SearchQuery aQuery(Random random) {
        var text =
                switch (random.nextInt(3)) {
                    case 0 -> FullCatalogue.word(random.nextInt(300));
                    case 1 ->
                            FullCatalogue.word(random.nextInt(30))
                                    + " "
                                    + FullCatalogue.word(random.nextInt(30));
                    default -> FullCatalogue.word(random.nextInt(10));
                };
        return new SearchQuery(
                text,
                random.nextBoolean() ? Set.of() : Set.of(Category.DATA, Category.MUSIC),
                random.nextBoolean() ? Set.of() : Set.of(Level.ALL, Level.BEGINNER),
                random.nextBoolean() ? Set.of() : Set.of("en", "pt-BR"),
                random.nextInt(4) == 0,
                random.nextBoolean() ? null : 1_900L,
                "EUR",
                random.nextBoolean() ? null : new BigDecimal("2.5"),
                random.nextBoolean() ? Set.of() : Set.of("es"),
                Sort.RELEVANCE);
    }
}
