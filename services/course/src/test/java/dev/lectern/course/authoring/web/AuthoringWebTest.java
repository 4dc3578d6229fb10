package dev.lectern.course.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.testing.identity.ForgedTokens;
import dev.lectern.testing.identity.TestIdentity;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Drafts as their authors meet them: over HTTP, with real tokens.
@CourseTest
class AuthoringWebTest {

    private static final String COURSES = "/api/v1/courses";
    private static final String WAVES =
            """
            {"title": "Waves", "summary": "All about them.", "language": "en",
             "level": "BEGINNER", "category": "SCIENCE"}
            """;

    @LocalServerPort int port;

    private Client author = new Client(0);

    @BeforeEach
    void signIn() {
        author = someone("learner", "instructor");
    }

    @Nested
    class Starting {

        @Test
        void answers201WithTheDraftWhereItIsAndItsEtag() {
            var answer = start(author);

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
        void givesTheCourseARunWithoutLimit() {
            var run = author.get("/api/v1/runs/" + start(author).text("defaultRunId"));

            assertThat(run.status()).isEqualTo(200);
            assertThat(run.json().get("capacity").isNull()).isTrue();
        }

        @Test
        void makesOneCourseOfARepeatedRequest() {
            var keyed = author.withKey("once");

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
            assertRefused(new Client(port).post(COURSES, WAVES), 401, "UNAUTHENTICATED");
            assertRefused(start(someone("learner")), 403, "FORBIDDEN");
            assertRefused(start(someone("learner", "moderator")), 403, "FORBIDDEN");
        }

        @Test
        void needsAKey() {
            assertRefused(author.post(COURSES, WAVES), 400, "IDEMPOTENCY_KEY_REQUIRED");
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
            assertRefused(keyed(author).post(COURSES, WAVES.replace(good, bad)), 400, code);
        }
    }

    @Nested
    class Listing {

        @Test
        void showsTheCallersCoursesNewestFirstPageByPage() {
            var first = start(author).text("id");
            var second = start(author).text("id");
            start(someone("learner", "instructor"));

            var page = author.get(COURSES + "?limit=1&status=DRAFT");
            var rest = author.get(COURSES + "?limit=1&cursor=" + page.text("next"));

            assertThat(page.json().at("/items/0/id").asString()).isEqualTo(second);
            assertThat(rest.json().at("/items/0/id").asString()).isEqualTo(first);
            assertThat(rest.json().get("next").isNull()).isTrue();
            assertThat(author.get(COURSES + "?status=PUBLISHED").json().get("items")).isEmpty();
        }

        @Test
        void refusesFiltersItDoesNotKnow() {
            assertRefused(author.get(COURSES + "?state=DRAFT"), 400, "UNKNOWN_PARAMETER");
            assertRefused(author.get(COURSES + "?status=SOLD"), 400, "INVALID_VALUE");
        }
    }

    @Nested
    class Describing {

        @Test
        void changesWhatIsSentAndLeavesTheRest() {
            var course = start(author);

            var changed =
                    at(course)
                            .patch(
                                    pathOf(course),
                                    """
                                    {"title": "Light waves", "tags": ["physics"], "sequential": true,
                                     "description": "Long."}
                                    """);
            var cleared =
                    at(changed).patch(pathOf(course), "{\"tags\": null, \"description\": null}");

            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.text("title")).isEqualTo("Light waves");
            assertThat(changed.text("slug")).startsWith("light-waves");
            assertThat(changed.text("summary")).isEqualTo("All about them.");
            assertThat(changed.json().get("tags")).hasSize(1);
            assertThat(cleared.json().get("tags")).isEmpty();
            assertThat(cleared.text("description")).isEmpty();
            assertThat(cleared.json().get("sequential").asBoolean()).isTrue();
        }

        @Test
        void needsTheEtagOfWhatWasRead() {
            var course = start(author);
            var stale = at(course);
            stale.patch(pathOf(course), "{\"title\": \"First\"}");

            assertRefused(
                    author.patch(pathOf(course), "{\"title\": \"X\"}"), 428, "IF_MATCH_REQUIRED");
            assertRefused(
                    stale.patch(pathOf(course), "{\"title\": \"Second\"}"), 412, "VERSION_STALE");
            assertThat(author.get(pathOf(course)).text("title")).isEqualTo("First");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"title\": null}                                                    | 400 | INVALID_VALUE",
                    "{\"title\": \"  \"}                                                  | 400 | INVALID_VALUE",
                    "{\"level\": null}                                                    | 400 | INVALID_VALUE",
                    "{\"tags\": [null]}                                                   | 400 | INVALID_VALUE",
                    "{\"tags\": [\" \"]}                                                  | 400 | INVALID_VALUE",
                    "{\"price\": 4900}                                                    | 400 | UNKNOWN_FIELD",
                    "{\"coverAssetId\": \"0199a3c0-1f00-7a10-8b00-000000000001\"}         | 422 | REF_UNKNOWN",
                    "{\"promoVideoId\": \"0199a3c0-1f00-7a10-8b00-000000000001\"}         | 422 | REF_UNKNOWN",
                    "{\"completion\": {\"finalQuizId\": \"0199a3c0-1f00-7a10-8b00-000000000001\", \"minScorePercent\": 70}} | 422 | REF_UNKNOWN"
                })
        void refusesWhatACourseCannotBe(String body, int status, String code) {
            var course = start(author);

            assertRefused(at(course).patch(pathOf(course), body), status, code);
            assertThat(author.get(pathOf(course)).header("ETag")).isEqualTo(course.header("ETag"));
        }
    }

    @Nested
    class Outlining {

        @Test
        void sharesOneEtagBetweenCourseSectionsLessonsAndOrder() {
            var course = start(author);

            var section = addSection(course, "Waves");
            var lesson = addLesson(course, section, "ARTICLE");
            var outline = author.get(pathOf(course) + "/outline");

            assertThat(section.status()).isEqualTo(201);
            assertThat(section.json().get("position").asInt()).isEqualTo(1);
            assertThat(lesson.status()).isEqualTo(201);
            assertThat(section.header("ETag")).isNotEqualTo(course.header("ETag"));
            assertThat(lesson.header("ETag")).isNotEqualTo(section.header("ETag"));
            assertThat(outline.header("ETag")).isEqualTo(lesson.header("ETag"));
            assertThat(author.get(pathOf(course)).header("ETag")).isEqualTo(lesson.header("ETag"));
        }

        @Test
        void showsSectionsAndLessonsInTheirOrder() {
            var course = start(author);
            var section = addSection(course, "Waves");
            addLesson(course, section, "ARTICLE");
            addLesson(course, section, "VIDEO");

            var outline = author.get(pathOf(course) + "/outline").json();

            assertThat(outline.at("/sections/0/lessons/0/kind").asString()).isEqualTo("ARTICLE");
            assertThat(outline.at("/sections/0/lessons/1/position").asInt()).isEqualTo(2);
            assertThat(outline.at("/sections/0/lessons/1/required").asBoolean()).isTrue();
            assertThat(outline.at("/sections/0/lessons/1/preview").asBoolean()).isFalse();
            assertThat(outline.at("/sections/0/lessons/1/warnings/0/code").asString())
                    .isEqualTo("MEDIA_NOT_READY");
            assertThat(outline.get("durationSeconds").asInt()).isZero();
        }

        @Test
        void changesAndRemovesSections() {
            var course = start(author);
            var section = addSection(course, "Waves");
            var path = pathOf(course) + "/sections/" + section.text("id");

            var renamed = at(section).patch(path, "{\"title\": \"Oscillations\"}");
            var stale = at(section).delete(path);
            var removed = at(renamed).delete(path);

            assertThat(renamed.text("title")).isEqualTo("Oscillations");
            assertRefused(stale, 412, "VERSION_STALE");
            assertThat(removed.status()).isEqualTo(204);
            assertThat(removed.header("ETag")).isEqualTo(author.get(pathOf(course)).header("ETag"));
        }

        @Test
        void keepsASectionThatStillHasLessons() {
            var course = start(author);
            var section = addSection(course, "Waves");
            var lesson = addLesson(course, section, "ARTICLE");

            assertRefused(
                    at(lesson).delete(pathOf(course) + "/sections/" + section.text("id")),
                    422,
                    "SECTION_NOT_EMPTY");
        }

        @Test
        void changesMovesAndRemovesLessons() {
            var course = start(author);
            var first = addSection(course, "One");
            var second = addSection(course, "Two");
            var lesson = addLesson(course, first, "VIDEO");
            var path = pathOf(course) + "/lessons/" + lesson.text("id");

            var changed =
                    at(lesson)
                            .patch(
                                    path,
                                    "{\"sectionId\": \"%s\", \"preview\": true, \"ref\": null}"
                                            .formatted(second.text("id")));
            var removed = at(changed).delete(path);

            assertThat(changed.text("sectionId")).isEqualTo(second.text("id"));
            assertThat(changed.text("title")).isEqualTo("A lesson");
            assertThat(changed.json().get("preview").asBoolean()).isTrue();
            assertThat(removed.status()).isEqualTo(204);
            assertRefused(at(removed).delete(path), 404, "NOT_FOUND");
        }

        @Test
        void refusesReferencesNobodyKnowsOrOfTheWrongKind() {
            var course = start(author);
            var section = addSection(course, "Waves");
            var id = UUID.randomUUID();

            assertRefused(
                    addLesson(course, section, "VIDEO", "\"ref\": {\"videoId\": \"" + id + "\"}"),
                    422,
                    "REF_UNKNOWN");
            assertRefused(
                    addLesson(course, section, "QUIZ", "\"ref\": {\"videoId\": \"" + id + "\"}"),
                    422,
                    "KIND_MISMATCH");
            assertRefused(
                    keyed(author)
                            .post(
                                    pathOf(course) + "/lessons",
                                    "{\"sectionId\": \"%s\", \"title\": \"X\", \"kind\": \"ARTICLE\"}"
                                            .formatted(id)),
                    422,
                    "REF_UNKNOWN");
        }

        @Test
        void putsEverythingInAnotherOrder() {
            var course = start(author);
            var one = addSection(course, "One").text("id");
            var two = addSection(course, "Two").text("id");

            var arranged =
                    at(author.get(pathOf(course)))
                            .put(
                                    pathOf(course) + "/outline",
                                    """
                                    {"sections": [{"id": "%s", "lessonIds": []},
                                                  {"id": "%s", "lessonIds": []}]}
                                    """
                                            .formatted(two, one));
            var incomplete =
                    at(arranged)
                            .put(
                                    pathOf(course) + "/outline",
                                    "{\"sections\": [{\"id\": \"%s\", \"lessonIds\": []}]}"
                                            .formatted(two));

            assertThat(arranged.json().at("/sections/0/title").asString()).isEqualTo("Two");
            assertRefused(incomplete, 422, "OUTLINE_INCOMPLETE");
        }

        @Test
        void repeatsNothingForARepeatedKey() {
            var course = start(author);
            var keyed = author.withKey("section");

            var first = keyed.post(pathOf(course) + "/sections", "{\"title\": \"Waves\"}");
            var second = keyed.post(pathOf(course) + "/sections", "{\"title\": \"Waves\"}");

            assertThat(second.text("id")).isEqualTo(first.text("id"));
            assertThat(author.get(pathOf(course) + "/outline").json().get("sections")).hasSize(1);
        }
    }

    @Nested
    class Strangers {

        @Test
        void findNothingWhateverTheirRole() {
            var course = start(author);
            var section = addSection(course, "Waves").text("id");
            var run = "/api/v1/runs/" + course.text("defaultRunId");
            var path = pathOf(course);

            for (var stranger :
                    new Client[] {
                        someone("learner"),
                        someone("learner", "instructor"),
                        someone("learner", "moderator"),
                        someone("admin")
                    }) {
                var keyed = keyed(stranger.with("If-Match", "\"0\""));
                for (var answer :
                        new Answer[] {
                            stranger.get(path),
                            stranger.get(path + "/outline"),
                            stranger.get(path + "/gate"),
                            stranger.get(path + "/changes"),
                            stranger.get(run),
                            keyed.patch(path, "{\"title\": \"Mine\"}"),
                            keyed.post(path + "/sections", "{\"title\": \"Mine\"}"),
                            keyed.patch(path + "/sections/" + section, "{\"title\": \"Mine\"}"),
                            keyed.delete(path + "/sections/" + section),
                            keyed.put(path + "/outline", "{\"sections\": []}"),
                            keyed.post(path + "/submit", "{}"),
                            keyed.post(path + "/publish", "{}"),
                            keyed.patch(run, "{\"capacity\": 1}")
                        }) {
                    assertRefused(answer, 404, "NOT_FOUND");
                }
            }
            assertThat(author.get(path + "/outline").json().at("/sections/0/title").asString())
                    .isEqualTo("Waves");
        }

        @Test
        void readTheSameAsForACourseThatDoesNotExist() {
            var stranger = someone("learner", "instructor");

            var foreign = stranger.get(pathOf(start(author)));
            var absent = stranger.get(COURSES + "/" + UUID.randomUUID());
            var malformed = stranger.get(COURSES + "/7");

            assertThat(foreign.text("detail")).isEqualTo(absent.text("detail"));
            assertRefused(malformed, 404, "NOT_FOUND");
        }

        @Test
        void areTurnedAwayWithForgedTokens() {
            var course = start(author);

            ForgedTokens.areRefusedAt(new Client(port), pathOf(course));
        }
    }

    private Client someone(String... roles) {
        return new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), roles));
    }

    private static Client keyed(Client client) {
        return client.withKey(UUID.randomUUID().toString());
    }

    /// The author, having read what this answer shows.
    private Client at(Answer read) {
        return author.with("If-Match", read.header("ETag"));
    }

    private static Answer start(Client client) {
        return keyed(client).post(COURSES, WAVES);
    }

    private static String pathOf(Answer course) {
        return COURSES + "/" + course.text("id");
    }

    private Answer addSection(Answer course, String title) {
        return keyed(author).post(pathOf(course) + "/sections", "{\"title\": \"" + title + "\"}");
    }

    private Answer addLesson(Answer course, Answer section, String kind) {
        return addLesson(course, section, kind, "\"required\": true");
    }

    private Answer addLesson(Answer course, Answer section, String kind, String more) {
        return keyed(author)
                .post(
                        pathOf(course) + "/lessons",
                        "{\"sectionId\": \"%s\", \"title\": \"A lesson\", \"kind\": \"%s\", %s}"
                                .formatted(section.text("id"), kind, more));
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
