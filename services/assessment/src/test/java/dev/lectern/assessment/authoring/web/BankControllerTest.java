package dev.lectern.assessment.authoring.web;

import static dev.lectern.assessment.School.BANKS;
import static dev.lectern.assessment.School.single;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.AssessmentTest;
import dev.lectern.assessment.School;
import dev.lectern.assessment.School.Course;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@AssessmentTest
@SuppressWarnings("NullAway.Init")
class BankControllerTest {

    private static final String GIFT =
            """
            // [tag:waves]
            Which rate?{=8 kHz ~4 kHz}

            None is right.{~a ~b}

            Wie groß ist ω?{#3.14:0.01}
            """;

    @Autowired School school;

    private Course course;
    private UUID bank;
    private UUID ines;

    @BeforeEach
    void aBank() {
        course = school.aCourse();
        ines = course.author();
        bank = school.bank(course);
    }

    private String questions() {
        return BANKS + "/" + bank + "/questions";
    }

    @Nested
    class Questions {

        @Test
        void comeBackAsTheyWereWrittenMarkupIncluded() {
            var answer = school.post(ines, questions(), single("<b>Which?</b>"));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("ETag")).isEqualTo("\"2\"");
            var read = school.as(ines).get(answer.header("Location"));
            assertThat(read.json()).isEqualTo(answer.json());
            assertThat(read.text("text")).isEqualTo("<b>Which?</b>");
            assertThat(read.json().at("/options/0/correct").asBoolean()).isTrue();
        }

        @Test
        void canBeNumbersAndWords() {
            var number =
                    school.post(
                            ines,
                            questions(),
                            Map.of("kind", "NUMERIC", "text", "How much?", "value", 3.5));
            var words =
                    school.post(
                            ines,
                            questions(),
                            Map.of(
                                    "kind",
                                    "SHORT_TEXT",
                                    "text",
                                    "Who?",
                                    "accepted",
                                    List.of("Nyquist")));

            assertThat(number.json().get("tolerance").asInt()).isZero();
            assertThat(words.json().at("/accepted/0").asString()).isEqualTo("Nyquist");
        }

        @Test
        void areRefusedWhereNothingIsRight() {
            var answer =
                    school.post(
                            ines,
                            questions(),
                            Map.of(
                                    "kind",
                                    "SINGLE",
                                    "text",
                                    "Which?",
                                    "options",
                                    List.of(Map.of("text", "a"), Map.of("text", "b"))));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("NO_CORRECT_OPTION");
        }

        @Test
        void areRefusedWhereTheyCannotBeAsked() {
            var answer =
                    school.post(
                            ines,
                            questions(),
                            Map.of("kind", "NUMERIC", "text", "How much?", "tolerance", 1));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("QUESTION_INVALID");
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/value");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"kind\": \"ESSAY\", \"text\": \"a\"}",
                    "{\"kind\": \"SINGLE\", \"text\": \" \"}",
                    "{\"kind\": \"SINGLE\", \"text\": \"a\\u0000\"}",
                    "{\"kind\": \"SINGLE\", \"text\": \"a\", \"points\": 0}",
                    "{\"kind\": \"SINGLE\", \"text\": \"a\", \"options\": [null]}",
                    "{\"kind\": \"SINGLE\", \"text\": \"a\", \"key\": 1}"
                })
        void areRefusedWhereTheyAreWrongOnTheirFace(String body) {
            assertThat(
                            school.as(ines)
                                    .withKey(UUID.randomUUID().toString())
                                    .post(questions(), body)
                                    .status())
                    .isEqualTo(400);
        }

        @Test
        void areWrittenAnewAsTheNextVersion() {
            var first = school.post(ines, questions(), single("Old"));
            var path = first.header("Location");

            var next = edit(first.header("ETag")).put(path, asJson(single("New")));

            assertThat(next.status()).isEqualTo(200);
            assertThat(next.json().get("version").asInt()).isEqualTo(2);
            assertThat(next.text("text")).isEqualTo("New");
            assertThat(edit(first.header("ETag")).put(path, asJson(single("Late"))).code())
                    .isEqualTo("VERSION_STALE");
            assertThat(school.as(ines).put(path, asJson(single("Blind"))).code())
                    .isEqualTo("IF_MATCH_REQUIRED");
        }

        @Test
        void areGoneOnceTheyAreTakenOut() {
            var question = school.post(ines, questions(), single("Old"));
            var path = question.header("Location");

            var removed = edit(question.header("ETag")).delete(path);

            assertThat(removed.status()).isEqualTo(204);
            assertThat(school.as(ines).get(path).status()).isEqualTo(404);
            assertThat(edit(removed.header("ETag")).delete(path).status()).isEqualTo(404);
            assertThat(school.as(ines).get(BANKS + "/" + bank).json().get("questions").asInt())
                    .isZero();
        }

        private Client edit(String etag) {
            return school.as(ines).with("If-Match", etag);
        }
    }

    @Nested
    class Importing {

        @Test
        void takesTheGoodOnesAndNamesTheOthers() {
            var answer = bring("text/x-gift", "", GIFT);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("accepted").asInt()).isEqualTo(2);
            assertThat(answer.json().at("/errors/0/line").asInt()).isEqualTo(4);
            assertThat(answer.json().at("/errors/0/code").asString())
                    .isEqualTo("NO_CORRECT_OPTION");
            var items = school.as(ines).get(questions()).json().get("items");
            assertThat(items.valueStream().map(item -> item.get("text").asString()))
                    .containsExactly("Wie groß ist ω?", "Which rate?");
            assertThat(items.get(1).at("/tags/0").asString()).isEqualTo("waves");
        }

        @Test
        void writesNothingWhileItIsTriedOut() {
            var answer = bring("text/x-gift", "?dryRun=true", GIFT);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("accepted").asInt()).isEqualTo(2);
            assertThat(answer.json().get("errors").size()).isEqualTo(1);
            assertThat(school.as(ines).get(questions()).json().get("items").size()).isZero();
            assertThat(school.as(ines).get(BANKS + "/" + bank).header("ETag")).isEqualTo("\"1\"");
        }

        @Test
        void readsTables() {
            var answer =
                    bring(
                            "text/csv;charset=utf-8",
                            "?dryRun=false",
                            "kind,text,correct,wrong\nSINGLE,Which?,a,b\n");

            assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
        }

        @Test
        void refusesAFileWithoutAGoodOne() {
            for (var dryRun : List.of("", "?dryRun=true")) {
                var answer = bring("text/x-gift", dryRun, "None is right.{~a ~b}");

                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.code()).isEqualTo("NOTHING_IMPORTED");
                assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/lines/1");
            }
        }

        @Test
        void tellsTheSameForTheSameKeyAndWritesOnce() {
            var device = school.as(ines).withType("text/x-gift").withKey("import");

            var first = device.post(BANKS + "/" + bank + "/import", GIFT);
            var again = device.post(BANKS + "/" + bank + "/import", GIFT);

            assertThat(again.json()).isEqualTo(first.json());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(school.as(ines).get(questions()).json().get("items").size()).isEqualTo(2);
        }

        @Test
        void refusesMoreThanABankCanHave() {
            var answer = bring("text/x-gift", "?dryRun=true", "One?{=1}\n\n".repeat(1_001));

            assertThat(answer.code()).isEqualTo("BANK_FULL");
        }

        @Test
        void refusesOtherFormats() {
            assertThat(bring("text/plain", "", GIFT).status()).isEqualTo(415);
            assertThat(bring("application/json", "", "{}").status()).isEqualTo(415);
        }

        private Answer bring(String type, String query, String file) {
            return school.as(ines)
                    .withType(type)
                    .withKey(UUID.randomUUID().toString())
                    .post(BANKS + "/" + bank + "/import" + query, file);
        }
    }

    @Nested
    class Strangers {

        @Test
        void findNothing() {
            var question = school.add(course, bank, single("Which?"));
            var omar = UUID.randomUUID();
            var device = school.as(omar).with("If-Match", "\"2\"").withKey("any");

            assertThat(
                            List.of(
                                    school.post(
                                            omar,
                                            BANKS,
                                            Map.of("courseId", course.id(), "title", "Mine")),
                                    device.get(BANKS + "?courseId=" + course.id()),
                                    device.get(BANKS + "/" + bank),
                                    device.patch(BANKS + "/" + bank, "{\"title\": \"Mine\"}"),
                                    device.get(questions()),
                                    device.get(questions() + "/" + question),
                                    school.post(omar, questions(), single("Mine")),
                                    device.put(questions() + "/" + question, asJson(single("M"))),
                                    device.delete(questions() + "/" + question),
                                    device.withType("text/x-gift")
                                            .post(BANKS + "/" + bank + "/import", GIFT)))
                    .extracting(Answer::status)
                    .containsOnly(404);
        }

        @Test
        void withoutATokenAreAskedForOne() {
            assertThat(school.anyone().get(BANKS + "/" + bank).status()).isEqualTo(401);
        }
    }

    @Test
    void isRenamedAndKeepsItsQuestions() {
        school.add(course, bank, single("Which?"));
        var read = school.as(ines).get(BANKS + "/" + bank);

        var renamed =
                school.as(ines)
                        .with("If-Match", read.header("ETag"))
                        .patch(BANKS + "/" + bank, "{\"title\": \" Sampling \"}");

        assertThat(renamed.text("title")).isEqualTo("Sampling");
        assertThat(renamed.json().get("questions").asInt()).isEqualTo(1);
        assertThat(renamed.header("ETag")).isNotEqualTo(read.header("ETag"));
    }

    @Test
    void listsTheBanksOfACoursePageByPage() {
        school.bank(course);

        var page = school.as(ines).get(BANKS + "?courseId=" + course.id() + "&limit=1").json();
        var next =
                school.as(ines)
                        .get(
                                "%s?courseId=%s&cursor=%s"
                                        .formatted(BANKS, course.id(), page.get("next").asString()))
                        .json();

        assertThat(next.at("/items/0/id").asString()).isEqualTo(bank.toString());
    }

    private static String asJson(Map<String, Object> question) {
        return JsonMapper.shared().writeValueAsString(question);
    }
}
