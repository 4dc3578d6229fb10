package dev.lectern.assessment.authoring.web;

import static dev.lectern.assessment.School.QUIZZES;
import static dev.lectern.assessment.School.quizOf;
import static dev.lectern.assessment.School.single;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.AssessmentTest;
import dev.lectern.assessment.School;
import dev.lectern.assessment.School.Course;
import dev.lectern.client.Answer;
import dev.lectern.testing.identity.TestIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AssessmentTest
@SuppressWarnings("NullAway.Init")
class QuizControllerTest {

    @Autowired School school;
    @Autowired JdbcClient database;

    private Course course;
    private UUID ines;
    private UUID bank;

    @BeforeEach
    void aBank() {
        course = school.aCourse();
        ines = course.author();
        bank = school.bankOf(2, course);
    }

    @Nested
    class Writing {

        @Test
        void beginsWithWhatIsUsualAndIsReady() {
            var answer = school.post(ines, QUIZZES, quizOf(course, bank, 2));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
            var quiz = answer.json();
            assertThat(quiz.get("ready").asBoolean()).isTrue();
            assertThat(quiz.get("shuffle").asBoolean()).isTrue();
            assertThat(quiz.get("coolDownSeconds").asInt()).isZero();
            assertThat(quiz.hasNonNull("maxAttempts")).isFalse();
        }

        @Test
        void mayDrawMoreThanThereIsAndSaysSo() {
            var quiz = school.quiz(course, bank, 3);

            assertThat(reasonsOf(quiz)).containsExactly("POOL_TOO_SMALL");
            school.add(course, bank, single("One more"));
            assertThat(reasonsOf(quiz)).isEmpty();
        }

        @Test
        void drawsByTag() {
            var draws = List.of(Map.of("bankId", bank, "count", 1, "tag", "waves"));
            var quiz = school.quiz(course, bank, 1, "draws", draws);

            assertThat(reasonsOf(quiz)).containsExactly("POOL_TOO_SMALL");
            var tagged = new LinkedHashMap<>(single("Tagged"));
            tagged.put("tags", List.of("waves"));
            school.add(course, bank, tagged);
            assertThat(reasonsOf(quiz)).isEmpty();
        }

        @Test
        void refusesTheBankOfAnotherCourse() {
            var foreign = school.bank(school.aCourse());

            var answer = school.post(ines, QUIZZES, quizOf(course, foreign, 1));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("REF_UNKNOWN");
            assertThat(answer.json().at("/errors/0/pointer").asString())
                    .isEqualTo("/draws/0/bankId");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"timeLimitSeconds\": 9",
                    "\"maxAttempts\": 0",
                    "\"coolDownSeconds\": -1",
                    "\"passPercent\": 101",
                    "\"scoring\": \"WORST\"",
                    "\"draws\": [null]",
                    "\"title\": \" \""
                })
        void refusesWhatIsWrongOnItsFace(String field) {
            var quiz = school.quiz(course, bank, 2);

            assertThat(edit(quiz, "\"1\"", "{" + field + "}").status()).isEqualTo(400);
        }

        @Test
        void refusesMoreThanAnybodyWouldAnswer() {
            var draw = Map.of("bankId", bank, "count", 150);

            var answer =
                    school.post(
                            ines, QUIZZES, quizOf(course, bank, 1, "draws", List.of(draw, draw)));

            assertThat(answer.status()).isEqualTo(400);
        }

        @Test
        void changesWhatIsSentAndLeavesTheRest() {
            var quiz = school.quiz(course, bank, 2, "timeLimitSeconds", 60, "maxAttempts", 2);

            var answer = edit(quiz, "\"1\"", "{\"timeLimitSeconds\": null, \"title\": \"New\"}");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("ETag")).isEqualTo("\"2\"");
            assertThat(answer.json().hasNonNull("timeLimitSeconds")).isFalse();
            assertThat(answer.json().get("maxAttempts").asInt()).isEqualTo(2);
            assertThat(answer.text("title")).isEqualTo("New");
            assertThat(edit(quiz, "\"1\"", "{}").code()).isEqualTo("VERSION_STALE");
        }

        @Test
        void isNotDisturbedByAQuestionThatIsWrittenMeanwhile() {
            var quiz = school.quiz(course, bank, 2);

            school.add(course, bank, single("Meanwhile"));

            assertThat(edit(quiz, "\"1\"", "{\"title\": \"New\"}").status()).isEqualTo(200);
        }
    }

    @Nested
    class Strangers {

        @Test
        void findNothing() {
            var quiz = school.quiz(course, bank, 2);
            var omar = UUID.randomUUID();
            var device = school.as(omar).with("If-Match", "\"1\"");

            assertThat(
                            List.of(
                                    school.post(omar, QUIZZES, quizOf(course, bank, 1)),
                                    device.get(QUIZZES + "?courseId=" + course.id()),
                                    device.get(QUIZZES + "/" + quiz),
                                    device.patch(QUIZZES + "/" + quiz, "{}")))
                    .extracting(Answer::status)
                    .containsOnly(404);
        }
    }

    @Nested
    class Pinning {

        @Test
        void keepsTheNewestRevisionAndSaysWhetherItIsReady() {
            var ready = school.quiz(course, bank, 2);
            var early = school.quiz(course, bank, 3);

            var answer = school.pin(course.id(), early, UUID.randomUUID(), ready).json();

            assertThat(answer.get("revisions").size()).isEqualTo(2);
            assertThat(answer.at("/revisions/0/reasons/0/code").asString())
                    .isEqualTo("POOL_TOO_SMALL");
            assertThat(answer.at("/revisions/1/ready").asBoolean()).isTrue();
            assertThat(answer.at("/revisions/1/quizId").asString()).isEqualTo(ready.toString());
            assertThat(pinned(answer.at("/revisions/1/revisionId").asString())).isEqualTo(1);
            assertThat(school.pin(course.id(), early, ready).json().at("/revisions/0"))
                    .isEqualTo(answer.at("/revisions/0"));
        }

        @Test
        void makesAFurtherRevisionOfEveryChange() {
            var quiz = school.quiz(course, bank, 2);
            var first = revisionOf(quiz);

            school.add(course, bank, single("One more"));
            var second = revisionOf(quiz);
            edit(quiz, "\"1\"", "{\"title\": \"New\"}");

            assertThat(List.of(first, second, revisionOf(quiz))).doesNotHaveDuplicates();
        }

        @Test
        void knowsNoQuizOfAnotherCourse() {
            var quiz = school.quiz(course, bank, 2);

            assertThat(school.pin(UUID.randomUUID(), quiz).json().get("revisions").size()).isZero();
            assertThat(school.pin(course.id()).json().get("revisions").size()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
        void isForServicesAlone(String role) {
            var token = TestIdentity.tokenOf(UUID.randomUUID(), role);

            assertThat(school.anyone().as(token).post("/internal/quizzes/pin", "{}").status())
                    .isEqualTo(403);
            assertThat(school.anyone().post("/internal/quizzes/pin", "{}").status()).isEqualTo(401);
        }

        @Test
        void refusesWhatIsNoListOfQuizzes() {
            assertThat(
                            school.anyone()
                                    .as(TestIdentity.serviceTokenFor("assessment"))
                                    .post("/internal/quizzes/pin", "{\"quizIds\": [null]}")
                                    .status())
                    .isEqualTo(400);
        }

        private String revisionOf(UUID quiz) {
            return school.pin(course.id(), quiz).json().at("/revisions/0/revisionId").asString();
        }

        private int pinned(String revision) {
            return database.sql("select count(*) from pinned_revision where revision_id = :id")
                    .param("id", UUID.fromString(revision))
                    .query(Integer.class)
                    .single();
        }
    }

    @Test
    void listsTheQuizzesOfACoursePageByPage() {
        var first = school.quiz(course, bank, 2);
        school.quiz(course, bank, 1);

        var page = school.as(ines).get(QUIZZES + "?courseId=" + course.id() + "&limit=1").json();
        var next =
                school.as(ines)
                        .get(
                                "%s?courseId=%s&cursor=%s"
                                        .formatted(
                                                QUIZZES, course.id(), page.get("next").asString()))
                        .json();

        assertThat(next.at("/items/0/id").asString()).isEqualTo(first.toString());
    }

    private Answer edit(UUID quiz, String etag, String body) {
        return school.as(ines).with("If-Match", etag).patch(QUIZZES + "/" + quiz, body);
    }

    private List<String> reasonsOf(UUID quiz) {
        return school.as(ines)
                .get(QUIZZES + "/" + quiz)
                .json()
                .get("reasons")
                .valueStream()
                .map(reason -> reason.get("code").asString())
                .toList();
    }
}
