package dev.lectern.launcher.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.demo.Seed.OrderState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SeedFileTest {

    private static final SeedFile OURS = SeedFile.of(Path.of("../.."));

    @Test
    void readsTheDemoOfThisRepository() {
        var seed = OURS.read();

        assertThat(seed.people()).extracting(Seed.Person::role).contains(Seed.Role.values());
        assertThat(seed.courses())
                .extracting(Seed.Course::language)
                .contains("en", "es", "pt-BR", "ar");
        assertThat(seed.courses()).extracting(Seed.Course::title).contains("See the Sound");
        assertThat(seed.courses()).anyMatch(course -> course.capacity().isPresent());
    }

    @Test
    void hasAsMuchOfEverythingAsItPromises() {
        var seed = OURS.read();
        var orders = seed.orders();

        assertThat(seed.people()).hasSize(50);
        assertThat(seed.coursesIn(Seed.Stage.PUBLISHED)).hasSize(12);
        assertThat(orders.stream().collect(groupingBy(Seed.Order::state, counting())))
                .isEqualTo(
                        Map.of(
                                OrderState.FULFILLED, 49L,
                                OrderState.REFUNDED, 5L,
                                OrderState.EXPIRED, 4L,
                                OrderState.REFUND_PENDING, 1L));
        assertThat(seed.course("signals").lesson("Final quiz").quiz().orElseThrow().questions())
                .hasSize(24);
        assertThat(seed.learning()).filteredOn(seed::earnsCertificate).hasSize(14);
    }

    @Test
    void hasCoursesBeforeTheirReview() {
        assertThat(OURS.read().coursesIn(Seed.Stage.SUBMITTED)).hasSize(1);
        assertThat(OURS.read().coursesIn(Seed.Stage.DRAFT))
                .singleElement()
                .satisfies(draft -> assertThat(draft.price()).isEmpty());
    }

    @Test
    void everyCourseShowsWhatLessonsCanBe() {
        for (var course : OURS.read().courses()) {
            assertThat(course.lessons()).as(course.title()).anyMatch(Seed.Lesson::preview);
        }
        for (var course : List.of("signals", "noticias", "rtl")) {
            assertThat(blockTypes(OURS.read().course(course)))
                    .contains("TEXT", "CODE", "MATH", "CALLOUT");
        }
        assertThat(OURS.read().course("spectrum").lessons())
                .extracting(Seed.Lesson::kind)
                .containsExactlyInAnyOrder("ARTICLE", "VIDEO", "QUIZ");
    }

    @Test
    void namesFilesThatAreThere() {
        var media = Path.of("../..").resolve(SeedFile.MEDIA);

        assertThat(OURS.read().courses())
                .allSatisfy(course -> assertThat(media.resolve(course.cover())).isNotEmptyFile());
        assertThat(OURS.read().people().stream().flatMap(person -> person.avatar().stream()))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(media.resolve(file)).isNotEmptyFile());
        assertThat(OURS.read().courses())
                .flatExtracting(Seed.Course::lessons)
                .flatExtracting(lesson -> lesson.film().stream().toList())
                .isNotEmpty()
                .allSatisfy(film -> {
                    assertThat(media.resolve(film.file())).isNotEmptyFile();
                    assertThat(film.captions().values())
                            .allSatisfy(file -> assertThat(media.resolve(file)).isNotEmptyFile());
                });
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "author": "ines"        | "author": "inez"          | there is no instructor 'inez'; did you mean 'ines'?
                    "author": "ines"        | "author": "leo"           | there is no instructor 'leo'
                    "learner": "leo"        | "learner": "lea"          | there is no person 'lea'; did you mean 'leo'?
                    "course": "signals"     | "course": "music"         | there is no course 'music'
                    "course": "backup", "sta | "course": "rtl", "sta    | rtl costs nothing and cannot be ordered
                    "coupon": "LAUNCH50"    | "coupon": "LAUNCH5"       | there is no coupon 'LAUNCH5'; did you mean 'LAUNCH50'?
                    "completed": 5          | "completed": 11           | leo cannot have completed 11 of the 10 lessons of signals
                    "lesson": "Record       | "lesson": "record         | did you mean 'Record something of your own'?
                    "lesson": "Final        | "lesson": "final          | there is no quiz 'final quiz'
                    "lesson": "Film: s      | "lesson": "film: s        | there is no video 'film: stairs
                    "ximena", "course": "hojas", "re | "mia", "course": "hojas", "re | there is no certificate of 'mia in hojas'
                    "course": "preco", "com | "course": "khatt", "com | beto has no order for khatt, which has a price
                    "enrolledBefore": ["ama | "enrolledBefore": ["mia", "ama | mia has no order for spectrum
                    "promo": "four          | "promo": "fuor            | there is no film of signals 'fuor-rates.mp4'; did you mean 'four-rates.mp4'?
                    "stage": "SUBMITTED"    | "stage": "DONE"           | /courses/12/stage: 'DONE' does not fit here
                    "key": "mia"            | "key": "leo"              | the person 'leo' is there twice
                    "email": "mia@          | "email": "leo@            | the address 'leo@demo.example' is there twice
                    "role": "admin"         | "role": "support"         | nobody is admin
                    "application": {        | "aplication": {           | /people/3/aplication there is no field 'aplication'; did you mean 'application'?
                    "capacity": 30          | "capacity": "many"        | /courses/0/capacity: 'many' does not fit here
                    "role": "support"       | "role": "boss"            | /people/9/role: 'boss' does not fit here
                    "name": "Leo Brandt",   | ''                        | /people/0/name is missing
                    "password":             | "password"                | line 2
                    """)
    void refusesWhatIsWrongAndSaysWhere(
            String right, String wrong, String message, @TempDir Path folder) throws IOException {
        var text = Files.readString(OURS.path());
        var file = folder.resolve("seed.json");
        Files.writeString(file, text.replaceFirst(Pattern.quote(right), wrong));

        assertThatThrownBy(() -> new SeedFile(file).read())
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void refusesAFileThatIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> SeedFile.of(folder).read())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("seed.json is missing");
    }

    private static Set<String> blockTypes(Seed.Course course) {
        return course.lessons().stream()
                .flatMap(lesson -> lesson.blocks().valueStream())
                .map(block -> block.path("type"))
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }
}
