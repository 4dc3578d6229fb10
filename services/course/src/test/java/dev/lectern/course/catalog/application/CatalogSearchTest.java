package dev.lectern.course.catalog.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.PageQuery;
import dev.lectern.course.authoring.domain.Category;
import dev.lectern.course.authoring.domain.CourseDetails;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.Level;
import dev.lectern.course.catalog.application.SearchQuery.Sort;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CourseTest
class CatalogSearchTest {

    @Autowired Studio studio;
    @Autowired CatalogSearch search;

    private final Caller author = Studio.anInstructor();

    /// A word that no other course has.
    private final String word = aWord();

    @Nested
    class Finding {

        @Test
        void goesByTitleTagsSummaryDescriptionAndInstructor() {
            var tag = aWord();
            var description = aWord();
            var name = aWord();
            Callees.named(author.id(), "Ines " + name);
            var course =
                    studio.published(
                            author, details("A " + word, "en", "On it", description, List.of(tag)));

            for (var known : List.of(word, tag, description)) {
                assertThat(find(known)).as(known).containsExactly(course.value());
            }
            await().untilAsserted(() -> assertThat(find(name)).containsExactly(course.value()));
        }

        @Test
        void asksForEveryWord() {
            var other = aWord();
            var both = studio.published(author, word + " and " + other);
            studio.published(author, word + " alone");

            assertThat(find(word + " " + other)).containsExactly(both.value());
            assertThat(find(other + " " + word)).containsExactly(both.value());
            assertThat(find(word)).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource({
            "en, Sampling waves, wave",
            "es, Señales digitales, señal",
            "de, Schwingungen verstehen, Schwingung",
            "pt-BR, Ondas sonoras, onda"
        })
        void knowsTheFormsOfAWordInTheLanguageOfACourse(
                String language, String title, String asked) {
            var course =
                    studio.published(
                            author, details(title + " " + word, language, "It", "", List.of()));

            assertThat(find(asked + " " + word)).containsExactly(course.value());
        }

        @ParameterizedTest
        @ValueSource(strings = {"senales", "señales", "SEÑALES", "SENALES", "  Señales  "})
        void makesNoDifferenceBetweenAccentsAndCase(String asked) {
            var course =
                    studio.published(
                            author, details("Señales " + word, "es", "Son", "", List.of()));

            assertThat(find(asked + " " + word)).containsExactly(course.value());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"%s\"",
                    "'%s'",
                    "'%s",
                    "%s & %1$s",
                    "%s | !",
                    "!%s",
                    "(%s",
                    "%s)",
                    "%s:*",
                    "%s <-> ",
                    "\\%s",
                    "%s\\",
                    "%s %% _",
                    "%s; drop table catalog_entry; --",
                    "<b>%s</b>"
                })
        void takesQuotesAndOperatorsForWhatTheyAreNot(String form) {
            var course = studio.published(author, word + " drop table catalog_entry b");

            assertThat(find(form.formatted(word))).containsExactly(course.value());
        }

        @ParameterizedTest
        @ValueSource(strings = {"&", "!!!", "'", "\"\"", "\\", ":*", "%", "( )", "\uD83D\uDE00"})
        void findsNothingWhereThereIsNoWord(String text) {
            assertThat(find(text)).isEmpty();
        }

        @Test
        void ranksATitleBeforeASummaryBeforeADescription() {
            var deep = studio.published(author, details("Deep", "en", "It", word, List.of()));
            var middle = studio.published(author, details("Middle", "en", word, "", List.of()));
            var top = studio.published(author, word);

            assertThat(find(word)).containsExactly(top.value(), middle.value(), deep.value());
            assertThat(find(word, Sort.NEWEST))
                    .containsExactly(top.value(), middle.value(), deep.value());
        }

        @Test
        void showsPublishedCoursesOnlyAndWithinTenSeconds() {
            var draft = studio.draft(author, word + " draft");
            var submitted = studio.submitted(author, word + " submitted");
            var published = studio.published(author, word + " published");

            assertThat(find(word)).containsExactly(published.value());
            studio.approve(submitted);
            await().untilAsserted(() ->
                    assertThat(find(word))
                            .containsExactlyInAnyOrder(published.value(), submitted.value())
                            .doesNotContain(draft.value()));
        }

        @Test
        void showsADraftOfAPublishedCourseOnlyOnceItIsTheNextVersion() {
            var later = aWord();
            var course = studio.published(author, word);

            studio.describe(course, Studio.details(later), author);
            assertThat(find(later)).isEmpty();
            studio.publishNext(course, author);
            studio.awaitListed(course, 2);

            assertThat(find(later)).containsExactly(course.value());
            assertThat(find(word)).isEmpty();
        }
    }

    @Nested
    class Correcting {

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3})
        void understandsALetterMissingDoubledReplacedOrSwapped(int mistake) {
            var course = studio.published(author, word);
            var wrong =
                    switch (mistake) {
                        case 0 -> word.substring(0, 4) + word.substring(5);
                        case 1 -> word.substring(0, 4) + word.charAt(3) + word.substring(4);
                        case 2 -> word.substring(0, 4) + "w" + word.substring(5);
                        default ->
                                word.substring(0, 4)
                                        + word.charAt(5)
                                        + word.charAt(4)
                                        + word.substring(6);
                    };

            var result = result(wrong);

            assertThat(result.correctedTo()).as(wrong).isEqualTo(word);
            assertThat(idsOf(result)).containsExactly(course.value());
        }

        @Test
        void keepsTheWordsItKnows() {
            studio.published(author, "Signals " + word);

            assertThat(result("Signals " + word.substring(1)).correctedTo())
                    .isEqualTo("signals " + word);
        }

        @Test
        void saysNothingWhereTheTextFindsSomething() {
            studio.published(author, word);

            assertThat(result(word.toUpperCase(Locale.ROOT)).correctedTo()).isNull();
        }

        @Test
        void saysNothingWhereTheCorrectedTextFindsNothingEither() {
            var other = aWord();
            studio.published(author, word);
            studio.published(author, other);

            var result = result(word.substring(1) + " " + other);

            assertThat(result.total()).isZero();
            assertThat(result.correctedTo()).isNull();
        }

        @Test
        void givesUpOnWhatResemblesNothing() {
            assertThat(result("xqzwkv" + aWord()).correctedTo()).isNull();
        }
    }

    @Nested
    class Counting {

        @Test
        void countsWhatThereWouldBeForEachValueOfAFilterTheOthersKept() {
            publish("en", Level.BEGINNER, Category.DATA);
            publish("en", Level.ADVANCED, Category.DATA);
            publish("es", Level.ADVANCED, Category.MUSIC);

            var result =
                    search.search(
                            new SearchQuery(
                                    word,
                                    Set.of(),
                                    Set.of(Level.ADVANCED),
                                    Set.of("en"),
                                    false,
                                    null,
                                    null,
                                    null,
                                    Set.of(),
                                    Sort.NEWEST),
                            new PageQuery(20, null));

            assertThat(result.total()).isEqualTo(1);
            assertThat(facet(result, "language")).containsExactlyInAnyOrder("en 1", "es 1");
            assertThat(facet(result, "level"))
                    .containsExactlyInAnyOrder("ADVANCED 1", "BEGINNER 1");
            assertThat(facet(result, "category")).containsExactly("DATA 1");
            assertThat(facet(result, "price")).containsExactly("FREE 1");
            assertThat(facet(result, "captions")).isEmpty();
        }

        private static List<String> facet(SearchResult result, String name) {
            return result.facets().getOrDefault(name, List.of()).stream()
                    .map(value -> value.value() + " " + value.count())
                    .toList();
        }

        private void publish(String language, Level level, Category category) {
            studio.published(author, CourseDetails.of(word, "It", language, level, category));
        }
    }

    @Nested
    class Paging {

        @ParameterizedTest
        @CsvSource({"NEWEST", "RELEVANCE", "PRICE", "RATING"})
        void showsNothingTwiceAndLosesNothingWhileCoursesAreAdded(Sort sort) {
            var before = new ArrayList<UUID>();
            for (var i = 0; i < 5; i++) {
                before.add(studio.published(author, word).value());
            }

            var seen = new ArrayList<UUID>();
            @Nullable String cursor = null;
            do {
                var page = search.search(Searching.forText(word, sort), new PageQuery(2, cursor));
                seen.addAll(idsOf(page));
                cursor = page.next();
                if (seen.size() < 6) {
                    studio.published(author, word);
                }
            } while (cursor != null);

            assertThat(seen).doesNotHaveDuplicates().containsAll(before);
        }

        @Test
        void goesOnThoughTheLastCourseOfThePageNoLongerFits() {
            for (var i = 0; i < 4; i++) {
                studio.published(author, word);
            }
            var first = search.search(Searching.forText(word, Sort.NEWEST), new PageQuery(2, null));

            var last = new CourseId(first.items().getLast().courseId());
            studio.describe(last, Studio.details(aWord()), author);
            studio.publishNext(last, author);
            studio.awaitListed(last, 2);
            var second =
                    search.search(
                            Searching.forText(word, Sort.NEWEST), new PageQuery(2, first.next()));

            assertThat(second.items()).hasSize(2);
            assertThat(second.next()).isNull();
            assertThat(idsOf(second)).doesNotContainAnyElementsOf(idsOf(first));
        }
    }

    private List<UUID> find(String text) {
        return find(text, Sort.RELEVANCE);
    }

    private List<UUID> find(String text, Sort sort) {
        return idsOf(search.search(Searching.forText(text, sort), new PageQuery(20, null)));
    }

    private SearchResult result(String text) {
        return search.search(Searching.forText(text, Sort.RELEVANCE), new PageQuery(20, null));
    }

    private static List<UUID> idsOf(SearchResult result) {
        return result.items().stream().map(SearchResult.Item::courseId).toList();
    }

    private static CourseDetails details(
            String title, String language, String summary, String description, List<String> tags) {
        return new CourseDetails(
                title,
                summary,
                language,
                Level.ALL,
                Category.OTHER,
                description,
                tags,
                List.of(),
                List.of(),
                false,
                null,
                null,
                null);
    }

    /// Ten letters, no two alike, that no stemmer takes for the form of another word.
    private static String aWord() {
        var letters = new ArrayList<>(List.of("bcdfghkmnprtvz".split("")));
        Collections.shuffle(letters);
        return String.join("", letters.subList(0, 9)) + "x";
    }
}
