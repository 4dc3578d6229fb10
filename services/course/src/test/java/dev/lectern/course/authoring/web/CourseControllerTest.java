package dev.lectern.course.authoring.web;

import static dev.lectern.course.testkit.Desk.COURSES;
import static dev.lectern.course.testkit.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Desk;
import dev.lectern.course.testkit.Studio;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CourseTest
class CourseControllerTest {

    private static final String WAVES =
            """
            {"title": "Waves", "summary": "All about them.", "language": "en",
             "level": "BEGINNER", "category": "SCIENCE"}
            """;
    private static final String SOME_ID = "\"0199a3c0-1f00-7a10-8b00-000000000001\"";

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private Desk author = new Desk(new Client(0));

    @BeforeEach
    void sitDown() {
        author = Desk.of(port, ines);
    }

    @Nested
    class Starting {

        @Test
        void answers201WithTheDraftWhereItIsAndItsEtag() {
            var answer = author.post(COURSES, WAVES);

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("Location")).isEqualTo(COURSES + "/" + answer.text("id"));
            assertThat(answer.text("status")).isEqualTo("DRAFT");
            assertThat(answer.text("slug")).startsWith("waves");
            assertThat(answer.json().get("publishedVersion").isNull()).isTrue();
            assertThat(answer.json().has("version")).isFalse();
            var read = author.get(answer.header("Location"));
            assertThat(read.text("title")).isEqualTo("Waves");
            assertThat(read.header("ETag")).isEqualTo(answer.header("ETag"));
        }

        @Test
        void makesOneCourseOfARepeatedRequest() {
            var keyed = author.client().withKey("once");

            var first = keyed.post(COURSES, WAVES);
            var second = keyed.post(COURSES, WAVES);

            assertThat(second.text("id")).isEqualTo(first.text("id"));
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
            assertRefused(
                    keyed.post(COURSES, WAVES.replace("Waves", "Other")),
                    422,
                    "IDEMPOTENCY_KEY_REUSED");
        }

        @Test
        void isForInstructorsOnly() {
            for (var role : Role.values()) {
                if (role != Role.instructor) {
                    var someone = Desk.of(port, new Caller(UUID.randomUUID(), Set.of(role)));
                    assertRefused(someone.post(COURSES, WAVES), 403, "FORBIDDEN");
                }
            }
            assertRefused(new Client(port).post(COURSES, WAVES), 401, "UNAUTHENTICATED");
        }

        @Test
        void needsAKey() {
            assertRefused(author.client().post(COURSES, WAVES), 400, "IDEMPOTENCY_KEY_REQUIRED");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"Waves\"    | \" \"         | INVALID_VALUE",
                    "\"Waves\"    | null          | INVALID_VALUE",
                    "\"Waves\"    | 7             | INVALID_VALUE",
                    "\"en\"       | \"xx\"        | INVALID_VALUE",
                    "\"en\"       | \"pt_BR\"     | INVALID_VALUE",
                    "\"SCIENCE\"  | \"ASTROLOGY\" | INVALID_VALUE",
                    "\"SCIENCE\"  | \"science\"   | INVALID_VALUE",
                    "\"BEGINNER\" | \"EXPERT\"    | INVALID_VALUE",
                    "\"title\"    | \"titel\"     | UNKNOWN_FIELD",
                    "\"Waves\"    | \"a\\u0000b\" | CONTROL_CHARACTER",
                    "\"title\":    | \"title\"       | MALFORMED_JSON"
                })
        void refusesWhatIsWrongOnItsFace(String good, String bad, String code) {
            assertRefused(author.post(COURSES, WAVES.replace(good, bad)), 400, code);
        }

        @Test
        void takesTitleAndSummaryUpToTheirLengthAndNotMore() {
            var longest = WAVES.replace("Waves", "w".repeat(120));

            assertThat(author.post(COURSES, longest).status()).isEqualTo(201);
            assertRefused(
                    author.post(COURSES, longest.replace("\"w", "\"ww")), 400, "INVALID_VALUE");
            assertRefused(
                    author.post(COURSES, WAVES.replace("All", "A".repeat(300))),
                    400,
                    "INVALID_VALUE");
        }
    }

    @Nested
    class Listing {

        @Test
        void showsTheCallersCoursesNewestFirstPageByPage() {
            var first = author.post(COURSES, WAVES).text("id");
            var second = author.post(COURSES, WAVES).text("id");
            studio.draft(Studio.anInstructor(), "Somebody else's");

            var page = author.get(COURSES + "?limit=1&status=DRAFT");
            var rest = author.get(COURSES + "?limit=1&cursor=" + page.text("next"));

            assertThat(page.json().at("/items/0/id").asString()).isEqualTo(second);
            assertThat(rest.json().at("/items/0/id").asString()).isEqualTo(first);
            assertThat(rest.json().get("next").isNull()).isTrue();
            assertThat(author.get(COURSES + "?status=PUBLISHED").json().get("items")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "state=DRAFT, UNKNOWN_PARAMETER",
            "sort=NEWEST, UNKNOWN_PARAMETER",
            "limit=0, UNKNOWN_PARAMETER",
            "limit=101, UNKNOWN_PARAMETER",
            "cursor=!, UNKNOWN_PARAMETER",
            "status=SOLD, INVALID_VALUE"
        })
        void refusesQuestionsItDoesNotKnow(String query, String code) {
            assertRefused(author.get(COURSES + "?" + query), 400, code);
        }
    }

    @Nested
    class Describing {

        @Test
        void changesWhatIsSentAndLeavesTheRest() {
            var course = author.post(COURSES, WAVES);

            var changed =
                    describe(
                            course,
                            """
                            {"title": "Light waves", "tags": ["physics"], "sequential": true,
                             "description": "Long.", "outcomes": ["Know it"],
                             "requirements": ["Time"]}
                            """);
            var cleared = describe(changed, "{\"tags\": null, \"description\": null}");

            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.text("title")).isEqualTo("Light waves");
            assertThat(changed.text("slug")).startsWith("light-waves");
            assertThat(changed.text("summary")).isEqualTo("All about them.");
            assertThat(changed.json().at("/tags/0").asString()).isEqualTo("physics");
            assertThat(cleared.json().get("tags")).isEmpty();
            assertThat(cleared.text("description")).isEmpty();
            assertThat(cleared.json().get("sequential").asBoolean()).isTrue();
            assertThat(cleared.json().at("/outcomes/0").asString()).isEqualTo("Know it");
            assertThat(cleared.json().at("/requirements/0").asString()).isEqualTo("Time");
        }

        @Test
        void needsTheEtagOfWhatWasRead() {
            var course = author.post(COURSES, WAVES);
            var path = COURSES + "/" + course.text("id");
            describe(course, "{\"title\": \"First\"}");

            assertRefused(author.patch(path, "{\"title\": \"X\"}"), 428, "IF_MATCH_REQUIRED");
            assertRefused(describe(course, "{\"title\": \"Second\"}"), 412, "VERSION_STALE");
            assertThat(author.get(path).text("title")).isEqualTo("First");
        }

        @Test
        void isRefusedUnderReview() {
            var course = studio.submitted(ines, "Under review");

            assertRefused(
                    describe(author.read(course), "{\"title\": \"Other\"}"), 409, "UNDER_REVIEW");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"title\": null}",
                    "{\"title\": \"  \"}",
                    "{\"summary\": null}",
                    "{\"language\": \"xx\"}",
                    "{\"level\": null}",
                    "{\"category\": null}",
                    "{\"sequential\": null}",
                    "{\"tags\": [null]}",
                    "{\"tags\": [\" \"]}",
                    "{\"tags\": \"physics\"}"
                })
        void refusesWhatACourseCannotBe(String body) {
            var course = author.post(COURSES, WAVES);

            assertRefused(describe(course, body), 400, "INVALID_VALUE");
            assertThat(author.get(COURSES + "/" + course.text("id")).header("ETag"))
                    .isEqualTo(course.header("ETag"));
        }

        @ParameterizedTest
        @CsvSource({
            "tags, 20, 40",
            "outcomes, 30, 300",
            "requirements, 30, 300",
        })
        void takesListsUpToTheirLengthAndNotMore(String field, int most, int longest) {
            var course = author.post(COURSES, WAVES);

            var full = describe(course, listOf(field, most, longest));

            assertThat(full.json().get(field)).hasSize(most);
            assertRefused(describe(full, listOf(field, most + 1, 1)), 400, "INVALID_VALUE");
            assertRefused(describe(full, listOf(field, 1, longest + 1)), 400, "INVALID_VALUE");
        }

        private static String listOf(String field, int size, int length) {
            return "{\"%s\": [%s]}"
                    .formatted(
                            field,
                            ",".repeat(size - 1).replace(",", "\"" + "x".repeat(length) + "\",")
                                    + "\""
                                    + "x".repeat(length)
                                    + "\"");
        }

        @Test
        void takesADescriptionUpToItsLengthAndNotMore() {
            var course = author.post(COURSES, WAVES);

            var full = describe(course, "{\"description\": \"%s\"}".formatted("d".repeat(20_000)));

            assertThat(full.status()).isEqualTo(200);
            assertRefused(
                    describe(full, "{\"description\": \"%s\"}".formatted("d".repeat(20_001))),
                    400,
                    "INVALID_VALUE");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"coverAssetId\": " + SOME_ID + "}",
                    "{\"completion\": {\"finalQuizId\": " + SOME_ID + ", \"minScorePercent\": 70}}"
                })
        void refusesReferencesToWhatNobodyTellsOfYet(String body) {
            assertRefused(describe(author.post(COURSES, WAVES), body), 422, "REF_UNKNOWN");
        }

        @Test
        void refusesWhatBelongsElsewhere() {
            assertRefused(
                    describe(author.post(COURSES, WAVES), "{\"price\": 4900}"),
                    400,
                    "UNKNOWN_FIELD");
        }

        private Answer describe(Answer read, String body) {
            return author.having(read).patch(COURSES + "/" + read.text("id"), body);
        }
    }
}
