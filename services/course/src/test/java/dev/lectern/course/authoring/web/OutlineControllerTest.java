package dev.lectern.course.authoring.web;

import static dev.lectern.course.testkit.Desk.assertRefused;
import static dev.lectern.course.testkit.Desk.pathOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.LessonId;
import dev.lectern.course.authoring.domain.LessonKind;
import dev.lectern.course.authoring.domain.SectionId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Desk;
import dev.lectern.course.testkit.Studio;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CourseTest
class OutlineControllerTest {

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private Desk author = new Desk(new Client(0));
    private CourseId course = new CourseId(new UUID(0, 0));
    private SectionId section = new SectionId(new UUID(0, 0));

    @BeforeEach
    void aDraftWithASection() {
        author = Desk.of(port, ines);
        course = studio.draft(ines, "Outlined");
        section = studio.section(course, "Waves", ines);
    }

    @Nested
    class Showing {

        @Test
        void tellsSectionsAndLessonsInTheirOrderUnderTheEtagOfTheDraft() {
            studio.article(course, section, "Sine", ines);
            var film = studio.lesson(course, section, "Film", LessonKind.VIDEO, ines);

            var answer = author.outline(course);

            var outline = answer.json();
            assertThat(answer.header("ETag")).isEqualTo(author.read(course).header("ETag"));
            assertThat(outline.propertyNames())
                    .containsExactlyInAnyOrder(
                            "courseId",
                            "status",
                            "publishedVersion",
                            "durationSeconds",
                            "sections");
            assertThat(outline.get("courseId").asString()).isEqualTo(course.value().toString());
            assertThat(outline.get("status").asString()).isEqualTo("DRAFT");
            assertThat(outline.get("publishedVersion").isNull()).isTrue();
            assertThat(outline.get("durationSeconds").asInt()).isZero();
            assertThat(outline.at("/sections/0/position").asInt()).isEqualTo(1);
            assertThat(outline.at("/sections/0/lessons/0/kind").asString()).isEqualTo("ARTICLE");
            var second = outline.at("/sections/0/lessons/1");
            assertThat(second.get("id").asString()).isEqualTo(film.value().toString());
            assertThat(second.get("position").asInt()).isEqualTo(2);
            assertThat(second.get("required").asBoolean()).isTrue();
            assertThat(second.get("preview").asBoolean()).isFalse();
            assertThat(second.at("/warnings/0/code").asString()).isEqualTo("MEDIA_NOT_READY");
        }
    }

    @Nested
    class Arranging {

        private SectionId two = new SectionId(new UUID(0, 0));
        private LessonId sine = new LessonId(new UUID(0, 0));
        private LessonId film = new LessonId(new UUID(0, 0));

        @BeforeEach
        void twoSectionsAndTwoLessons() {
            two = studio.section(course, "Two", ines);
            sine = studio.article(course, section, "Sine", ines);
            film = studio.lesson(course, section, "Film", LessonKind.VIDEO, ines);
        }

        @Test
        void putsEverythingInAnotherOrder() {
            var arranged = arrange(of(two, film, sine), of(section));

            assertThat(arranged.status()).isEqualTo(200);
            assertThat(arranged.json().at("/sections/0/title").asString()).isEqualTo("Two");
            assertThat(arranged.json().at("/sections/0/lessons/0/title").asString())
                    .isEqualTo("Film");
            assertThat(arranged.json().at("/sections/0/lessons/1/position").asInt()).isEqualTo(2);
            assertThat(arranged.json().at("/sections/1/lessons")).isEmpty();
            assertThat(arranged.header("ETag")).isEqualTo(author.read(course).header("ETag"));
        }

        @Test
        void refusesAnOrderInWhichSomethingIsMissingTwiceOrForeign() {
            var foreign = new LessonId(UUID.randomUUID());
            var before = author.outline(course);

            for (var order :
                    new String[][] {
                        {},
                        {of(section, sine, film)},
                        {of(section, sine), of(two)},
                        {of(section, sine, film), of(two, sine)},
                        {of(section, sine, film), of(section), of(two)},
                        {of(section, sine, film, foreign), of(two)},
                        {of(section, sine, film), of(two), of(new SectionId(UUID.randomUUID()))}
                    }) {
                assertRefused(arrange(order), 422, "OUTLINE_INCOMPLETE");
            }
            assertThat(author.outline(course).body()).isEqualTo(before.body());
        }

        @Test
        void arrangesOnlyWhatWasRead() {
            var body = body(of(two), of(section, sine, film));
            var path = pathOf(course) + "/outline";

            assertRefused(author.put(path, body), 428, "IF_MATCH_REQUIRED");
            assertRefused(author.with("If-Match", "\"0\"").put(path, body), 412, "VERSION_STALE");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{}                                       | INVALID_VALUE",
                    "{\"sections\": null}                     | INVALID_VALUE",
                    "{\"sections\": [null]}                   | INVALID_VALUE",
                    "{\"sections\": [{\"id\": \"7\"}]}        | INVALID_VALUE",
                    "{\"sections\": [], \"title\": \"Waves\"} | UNKNOWN_FIELD"
                })
        void refusesWhatIsNoOrder(String body, String code) {
            var reading = author.having(author.read(course));

            assertRefused(reading.put(pathOf(course) + "/outline", body), 400, code);
        }

        @Test
        void isRefusedUnderReview() {
            course = studio.submitted(ines, "Under review");

            assertRefused(arrange(), 409, "UNDER_REVIEW");
        }

        private Answer arrange(String... sections) {
            return author.having(author.read(course))
                    .put(pathOf(course) + "/outline", body(sections));
        }

        private static String body(String... sections) {
            return "{\"sections\": [" + String.join(",", sections) + "]}";
        }

        private static String of(SectionId section, LessonId... lessons) {
            return "{\"id\": \"%s\", \"lessonIds\": [%s]}"
                    .formatted(
                            section.value(),
                            Arrays.stream(lessons)
                                    .map(lesson -> "\"" + lesson.value() + "\"")
                                    .collect(Collectors.joining(",")));
        }
    }

    @Nested
    class TheGate {

        @Test
        void namesEverythingThatIsMissingAtOnce() {
            studio.section(course, "Nothing in it", ines);
            studio.lesson(course, section, "Film", LessonKind.VIDEO, ines);
            studio.lesson(course, section, "Test", LessonKind.QUIZ, ines);
            studio.lesson(course, section, "Essay", LessonKind.ASSIGNMENT, ines);
            studio.article(course, section, "Empty", ines);

            var gate = gate();

            assertThat(gate.get("ready").asBoolean()).isFalse();
            assertThat(gate.get("failures"))
                    .extracting(failure -> failure.get("code").asString())
                    .containsExactly(
                            "MEDIA_NOT_READY",
                            "QUIZ_UNANSWERABLE",
                            "REF_BROKEN",
                            "REF_BROKEN",
                            "NO_LESSON",
                            "PRICE_MISSING",
                            "COVER_MISSING");
            assertThat(gate.at("/failures/3/pointer").asString())
                    .isEqualTo("/sections/0/lessons/3");
            assertThat(gate.at("/failures/4/pointer").asString()).isEqualTo("/sections/1");
            assertThat(gate.at("/failures/3/detail").asString()).contains("Empty");
            assertThat(Instant.parse(gate.get("asOf").asString())).isNotNull();
        }

        @Test
        void opensAndShutsWithWhatContentTells() {
            var lesson = studio.article(course, section, "Sine", ines);

            studio.written(course, lesson);
            studio.priced(course, 0);
            studio.covered(course);
            var open = gate();
            studio.emptied(course, lesson);
            var shut = gate();

            assertThat(open.get("ready").asBoolean()).isTrue();
            assertThat(open.get("failures")).isEmpty();
            assertThat(shut.get("ready").asBoolean()).isFalse();
        }

        private JsonNode gate() {
            return author.get(pathOf(course) + "/gate").json();
        }
    }
}
