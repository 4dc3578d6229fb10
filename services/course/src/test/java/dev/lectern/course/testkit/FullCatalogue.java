package dev.lectern.course.testkit;

import dev.lectern.course.authoring.domain.Category;
import dev.lectern.course.authoring.domain.Level;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/// Ten thousand published courses and some more, the same at every run: in the database as if they
/// had been listed one by one, and here to count them again.
@TestComponent
public final class FullCatalogue {

    public static final int SIZE = 10_100;

    /// In the summary of every course.
    public static final String COMMON = "vorbenax";

    private static final List<String> SYLLABLES =
            List.of("ba", "co", "di", "fu", "ga", "ki", "lo", "mi", "nu", "pa", "ro", "tu", "ve");

    private final JdbcTemplate jdbc;
    private final List<Entry> entries;

    FullCatalogue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.entries = invent();
        insert();
    }

    /// A course as the catalogue lists it.
    public record Entry(
            UUID id,
            String title,
            String summary,
            String description,
            List<String> tags,
            String language,
            Level level,
            Category category,
            long price,
            List<String> captions,
            @Nullable BigDecimal rating,
            Instant publishedAt) {

        public String slug() {
            return title.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + id;
        }

        /// The words it can be found by.
        public Set<String> words() {
            return Stream.of(title, summary, description, String.join(" ", tags))
                    .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+")))
                    .collect(Collectors.toSet());
        }
    }

    public List<Entry> entries() {
        return entries;
    }

    /// A word of the vocabulary: the lower the rank, the more courses have it. No stemmer of any
    /// language knows it.
    public static String word(int rank) {
        var size = SYLLABLES.size();
        return SYLLABLES.get(rank % size)
                + SYLLABLES.get(rank / size % size)
                + SYLLABLES.get(rank / size / size % size)
                + "x";
    }

    private static List<Entry> invent() {
        var random = new Random(20_261_002);
        var languages = List.of("en", "en", "en", "es", "pt-BR", "ar", "de");
        var newest = Instant.parse("2026-10-02T09:15:00Z");
        return IntStream.range(0, SIZE)
                .mapToObj(n ->
                        new Entry(
                                new UUID(0x0199a3c01f007a10L, 0x8000000000000000L | n),
                                words(random, 3),
                                COMMON + " " + words(random, 8),
                                words(random, 40),
                                List.of(words(random, 1)),
                                oneOf(languages, random),
                                oneOf(List.of(Level.values()), random),
                                oneOf(List.of(Category.values()), random),
                                random.nextInt(3) * 1_900L,
                                random.nextBoolean() ? List.of("en", "es") : List.of(),
                                random.nextInt(4) == 0
                                        ? null
                                        : BigDecimal.valueOf(100 + random.nextInt(401), 2),
                                newest.minusSeconds(random.nextInt(1_000_000))))
                .toList();
    }

    private static <T> T oneOf(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static String words(Random random, int count) {
        return Stream.generate(() -> word((int) (2_000 * Math.pow(random.nextDouble(), 3))))
                .limit(count)
                .collect(Collectors.joining(" "));
    }

    private void insert() {
        var rows = new ArrayList<Object[]>();
        for (var entry : entries) {
            rows.add(
                    new Object[] {
                        entry.id(),
                        entry.slug(),
                        entry.title(),
                        entry.summary(),
                        entry.description(),
                        entry.language(),
                        entry.level().name(),
                        entry.category().name(),
                        entry.tags().toArray(String[]::new),
                        entry.captions().toArray(String[]::new),
                        entry.price(),
                        entry.rating(),
                        entry.rating() == null ? 0 : 7,
                        Timestamp.from(entry.publishedAt())
                    });
        }
        jdbc.batchUpdate(
                """
                insert into catalog_entry
                    (course_id, version, slug, title, summary, description, language, level,
                     category, tags, captions, instructor_id, instructor_name, price_amount,
                     price_currency, rating_average, rating_count, duration_seconds, published_at)
                values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, gen_random_uuid(), 'Ines', ?, 'EUR', ?, ?, 60,
                        ?)
                """,
                rows);
        jdbc.update("insert into course_slug select slug, slug, course_id from catalog_entry");
        jdbc.update(
                """
                insert into course
                select course_id, 0, slug, title, summary, language, level, category, description,
                       tags, '{}', '{}', false, '{"sections": []}', 'PUBLISHED', 1,
                       gen_random_uuid(), null, published_at
                from catalog_entry
                """);
        jdbc.update(
                """
                insert into published_version
                select course_id, 1, slug, '{}', null, instructor_id, published_at
                from catalog_entry
                """);
        jdbc.update(
                """
                insert into catalog_word
                select distinct regexp_split_to_table(
                    title_key || ' ' || catalog_text(summary) || ' ' || catalog_text(tags[1]), ' ')
                from catalog_entry
                """);
        jdbc.update(
                """
                insert into catalog_word_use
                select distinct word, course_id
                from catalog_entry, regexp_split_to_table(
                    title_key || ' ' || catalog_text(summary) || ' ' || catalog_text(tags[1]), ' ')
                    word
                """);
        // As the database does by itself some time after so many changes.
        for (var table : List.of("catalog_entry", "catalog_word", "catalog_word_use")) {
            jdbc.execute("vacuum analyze " + table);
        }
        jdbc.execute("analyze published_version");
    }
}
