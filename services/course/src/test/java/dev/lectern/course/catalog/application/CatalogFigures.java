package dev.lectern.course.catalog.application;

import dev.lectern.common.web.PageQuery;
import dev.lectern.course.catalog.application.SearchQuery.Sort;
import dev.lectern.course.testkit.FullCatalogue;
import dev.lectern.course.testkit.FullCatalogueTest;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How long the catalogue takes among ten thousand courses. No test, as times depend on the
/// machine: run it with `./mvnw verify -pl services/course -Dtest=CatalogFigures` and read what it
/// prints.
@FullCatalogueTest
class CatalogFigures {

    private static final int RUNS = 200;

    @Autowired CatalogSearch search;
    @Autowired CatalogSuggestions suggestions;

    @Test
    void printsHowLongASearchTakes() {
        var questions = new LinkedHashMap<String, Runnable>();
        questions.put("everything, newest first", () -> find("", Sort.NEWEST));
        questions.put(
                "a word few courses have", () -> find(FullCatalogue.word(900), Sort.RELEVANCE));
        questions.put("a word many have", () -> find(FullCatalogue.word(2), Sort.RELEVANCE));
        questions.put("a word all have", () -> find(FullCatalogue.COMMON, Sort.RELEVANCE));
        questions.put("a misspelled word", () -> find("babacxo", Sort.RELEVANCE));
        questions.put("suggestions for a letter", () -> suggestions.of("b"));

        var figures = new StringBuilder("| question | median | 95 of 100 |\n|---|---|---|\n");
        questions.forEach((name, question) -> {
            IntStream.range(0, 20).forEach(i -> question.run());
            var millis =
                    IntStream.range(0, RUNS).mapToLong(i -> timed(question)).sorted().toArray();
            figures.append(
                    "| %s | %d ms | %d ms |%n"
                            .formatted(name, millis[RUNS / 2], millis[RUNS * 95 / 100]));
        });
        print(figures);
    }

    private void find(String text, Sort sort) {
        search.search(Searching.forText(text, sort), new PageQuery(20, null));
    }

    private static long timed(Runnable question) {
        var start = System.nanoTime();
        question.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    @SuppressWarnings("SystemOut") // what it is for
    private static void print(CharSequence figures) {
        System.out.println(figures);
    }
}
