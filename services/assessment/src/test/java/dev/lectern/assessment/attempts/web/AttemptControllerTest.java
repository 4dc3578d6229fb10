package dev.lectern.assessment.attempts.web;

import static dev.lectern.assessment.School.ATTEMPTS;
import static dev.lectern.assessment.School.QUIZZES;
import static dev.lectern.assessment.School.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.lectern.assessment.AssessmentTest;
import dev.lectern.assessment.Facts;
import dev.lectern.assessment.Facts.Enrolled;
import dev.lectern.assessment.Hearing;
import dev.lectern.assessment.School;
import dev.lectern.assessment.School.Course;
import dev.lectern.assessment.TurnableClock.Turnable;
import dev.lectern.client.Answer;
import dev.lectern.testing.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@AssessmentTest
@SuppressWarnings("NullAway.Init")
class AttemptControllerTest {

    @Autowired School school;
    @Autowired Hearing hears;
    @Autowired Turnable clock;
    @Autowired JdbcClient database;

    private Course course;
    private UUID bank;
    private Enrolled enrolled;
    private UUID leo;

    @BeforeEach
    void aCourse() {
        course = school.aCourse();
        bank = school.bankOf(6, course);
        enrolled = school.enroll(course, 1);
        leo = enrolled.learner();
    }

    @AfterEach
    void turnTheClockBack() {
        clock.backToNow();
    }

    private UUID published(Object... more) {
        var quiz = school.quiz(course, bank, 5, more);
        school.publish(course, 1, quiz);
        return quiz;
    }

    @Nested
    class Starting {

        @Test
        void drawsWhatTheQuizAsksFor() {
            var answer = school.start(leo, published("timeLimitSeconds", 120, "maxAttempts", 2));

            assertThat(answer.status()).isEqualTo(201);
            var attempt = answer.json();
            assertThat(answer.header("Location"))
                    .isEqualTo(ATTEMPTS + "/" + attempt.get("id").asString());
            assertThat(attempt.get("status").asString()).isEqualTo("OPEN");
            assertThat(attempt.get("questions").size()).isEqualTo(5);
            assertThat(attempt.get("attemptsLeft").asInt()).isEqualTo(1);
            assertThat(attempt.get("preview").asBoolean()).isFalse();
            assertThat(
                            Duration.between(
                                    Instant.parse(attempt.get("startedAt").asString()),
                                    Instant.parse(attempt.get("deadlineAt").asString())))
                    .isEqualTo(Duration.ofMinutes(2));
        }

        @Test
        void isTheSameForTheSameKey() {
            var quiz = published();
            var device = school.as(leo).withKey("once");

            var first = device.post(QUIZZES + "/" + quiz + "/attempts", "");
            var again = device.post(QUIZZES + "/" + quiz + "/attempts", "");

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
        }

        @Test
        void refusesASecondWhileOneRuns() {
            var quiz = published();
            var first = school.attempt(leo, quiz);

            var second = school.start(leo, quiz);

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("ATTEMPT_OPEN");
            assertThat(second.text("attemptId")).isEqualTo(first.get("id").asString());
        }

        @Test
        void neverExceedsTheLimitHoweverManyStartAtOnce() throws Exception {
            var quiz = published("maxAttempts", 2);

            for (var round = 1; round <= 3; round++) {
                var answers = AtOnce.run(20, () -> school.start(leo, quiz));

                var begun = answers.stream().filter(one -> one.status() == 201).toList();
                var refused = answers.stream().filter(one -> one.status() != 201);
                if (round == 3) {
                    assertThat(begun).isEmpty();
                    assertThat(refused).extracting(Answer::code).containsOnly("ATTEMPTS_EXHAUSTED");
                } else {
                    assertThat(begun).hasSize(1);
                    assertThat(refused).extracting(Answer::code).containsOnly("ATTEMPT_OPEN");
                    school.submit(leo, begun.getFirst().json());
                }
            }
            assertThat(attemptsOf(leo)).isEqualTo(2);
        }

        @Test
        void waitsForTheCoolDown() {
            var quiz = published("coolDownSeconds", 3600);
            school.submit(leo, school.attempt(leo, quiz));

            var early = school.start(leo, quiz);

            assertThat(early.status()).isEqualTo(409);
            assertThat(early.code()).isEqualTo("COOL_DOWN");
            assertThat(Integer.parseInt(early.header("Retry-After"))).isBetween(3500, 3600);
            clock.forward(Duration.ofHours(1));
            assertThat(school.start(leo, quiz).status()).isEqualTo(201);
        }

        @Test
        void isNotForSomebodyWhoIsNotEnrolled() {
            var stranger = UUID.randomUUID();
            var quiz = published();

            assertThat(school.start(stranger, quiz).code()).isEqualTo("NOT_ENROLLED");
            assertThat(school.as(stranger).get(QUIZZES + "/" + quiz + "/attempts").code())
                    .isEqualTo("NOT_ENROLLED");
        }

        @Test
        void tellsAStrangerNothingOfAQuizThatIsNotPublished() {
            var quiz = school.quiz(course, bank, 5);

            for (var person : List.of(UUID.randomUUID(), leo)) {
                hears.of(Facts.published(course.id(), 1, Map.of()));
                assertThat(school.start(person, quiz).status()).isEqualTo(404);
            }
            assertThat(school.start(leo, UUID.randomUUID()).status()).isEqualTo(404);
        }

        @Test
        void waitsForTheVersionTheGrantNames() {
            var quiz = published();
            var early = school.enroll(course, 2);

            assertThat(school.start(early.learner(), quiz).code()).isEqualTo("UNAVAILABLE");
        }

        @Test
        void usesTheRevisionOfTheLearnersVersionWhateverWasWrittenSince() {
            var quiz = published("passPercent", 0);
            var etag = school.as(course.author()).get(QUIZZES + "/" + quiz).header("ETag");
            school.as(course.author())
                    .with("If-Match", etag)
                    .patch(QUIZZES + "/" + quiz, "{\"draws\": [], \"title\": \"Emptied\"}");
            school.publish(course, 2, quiz);

            var attempt = school.attempt(leo, quiz);

            assertThat(attempt.get("questions").size()).isEqualTo(5);
        }

        @Test
        void asksTheVersionsOfQuestionsThatWerePinned() {
            var quiz = published();
            var questions =
                    school.as(course.author()).get("/api/v1/banks/" + bank + "/questions").json();
            for (var question : questions.get("items")) {
                var etag = school.as(course.author()).get("/api/v1/banks/" + bank).header("ETag");
                var removed =
                        school.as(course.author())
                                .with("If-Match", etag)
                                .delete(
                                        "/api/v1/banks/"
                                                + bank
                                                + "/questions/"
                                                + question.get("id").asString());
                assertThat(removed.status()).isEqualTo(204);
            }

            var attempt = school.attempt(leo, quiz);

            assertThat(attempt.get("questions").size()).isEqualTo(5);
            assertThat(school.submit(leo, attempt).status()).isEqualTo(200);
        }
    }

    @Nested
    class Previewing {

        @Test
        void isForMembersAndCountsNowhere() {
            var quiz = school.quiz(course, bank, 5, "maxAttempts", 1);

            for (var round = 0; round < 2; round++) {
                var attempt = school.attempt(course.author(), quiz);
                assertThat(attempt.get("preview").asBoolean()).isTrue();
                school.submit(course.author(), attempt);
            }

            assertThat(told("assessment.attempt-graded.v1", quiz)).isZero();
        }

        @Test
        void saysWhatIsMissing() {
            var early = school.quiz(course, bank, 7);

            var answer = school.start(course.author(), early);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("POOL_TOO_SMALL");
        }

        @Test
        void endsWithTheMembership() {
            var attempt = school.attempt(course.author(), school.quiz(course, bank, 5));

            hears.of(Facts.members(course.id(), UUID.randomUUID()));

            assertThat(school.read(course.author(), attempt).status()).isEqualTo(404);
        }
    }

    @Nested
    class Answering {

        private JsonNode attempt;

        @BeforeEach
        void begin() {
            attempt = school.attempt(leo, published("timeLimitSeconds", 600));
        }

        @Test
        void isKeptForTheNextDeviceAsItIsAcknowledged() {
            var saved = school.choose(leo, attempt, 0, 1, "right");

            var elsewhere = school.read(leo, attempt).json();

            assertThat(saved.status()).isEqualTo(200);
            assertThat(elsewhere.at("/questions/0/answer")).isEqualTo(saved.json());
            assertThat(frozen(elsewhere)).isEqualTo(frozen(attempt));
            assertThat(elsewhere.get("deadlineAt")).isEqualTo(attempt.get("deadlineAt"));
        }

        @Test
        void takesTheNewerAndRefusesTheOlder() {
            school.choose(leo, attempt, 0, 2, "right");

            assertStale(school.choose(leo, attempt, 0, 1, "wrong"));
            assertStale(school.choose(leo, attempt, 0, 2, "wrong"));
            assertThat(school.choose(leo, attempt, 0, 3, "wrong").status()).isEqualTo(200);
        }

        @Test
        void repeatsItselfToADeviceThatDidNotHear() {
            var first = school.choose(leo, attempt, 0, 2, "right");

            var again = school.choose(leo, attempt, 0, 2, "right");

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.json()).isEqualTo(first.json());
        }

        @Test
        void refusesWhatTheAttemptDoesNotAskOrOffer() {
            var question = idOf(attempt.at("/questions/0"));
            var nothing = Map.of("optionIds", List.of());

            assertCode(
                    "QUESTION_NOT_DRAWN",
                    school.answer(leo, attempt, UUID.randomUUID(), 1, nothing));
            assertCode(
                    "OPTION_UNKNOWN",
                    school.answer(leo, attempt, question, 1, Map.of("optionIds", List.of("q"))));
            assertCode(
                    "RESPONSE_MISMATCH",
                    school.answer(leo, attempt, question, 1, Map.of("text", "right")));
            assertThat(answersOf(attempt)).isZero();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"text\": \"a\", \"value\": 1}",
                    "{\"value\": 1e999999999}",
                    "{\"optionIds\": [null]}",
                    "{\"correct\": true}"
                })
        void refusesWhatIsNoAnswer(String response) {
            var answer =
                    school.as(leo)
                            .put(
                                    "%s/%s/answers/%s"
                                            .formatted(
                                                    ATTEMPTS,
                                                    idOf(attempt),
                                                    idOf(attempt.at("/questions/0"))),
                                    "{\"sequence\": 1, \"response\": " + response + "}");

            assertThat(answer.status()).isEqualTo(400);
        }

        @Test
        void isNobodyElses() {
            for (var other : List.of(school.enroll(course, 1).learner(), course.author())) {
                assertThat(school.read(other, attempt).status()).isEqualTo(404);
                assertThat(school.choose(other, attempt, 0, 1, "right").status()).isEqualTo(404);
                assertThat(school.submit(other, attempt).status()).isEqualTo(404);
            }
        }

        @Test
        void endsWithAccessAndComesBackWithIt() {
            for (var end :
                    List.of(
                            Facts.suspended(enrolled),
                            Facts.revoked(enrolled),
                            Facts.expired(enrolled))) {
                hears.of(end);

                assertCode("NOT_ENROLLED", school.read(leo, attempt));
                assertCode("NOT_ENROLLED", school.choose(leo, attempt, 0, 1, "right"));
                assertCode("NOT_ENROLLED", school.submit(leo, attempt));
            }

            hears.of(Facts.restored(enrolled));
            assertThat(school.choose(leo, attempt, 0, 1, "right").status()).isEqualTo(200);
        }

        @Test
        void endsByTheClockWhenTheEnrollmentDoes() {
            hears.of(Facts.grantedUntil(enrolled, 1, clock.instant().plusSeconds(3600)));
            assertThat(school.read(leo, attempt).status()).isEqualTo(200);

            clock.forward(Duration.ofHours(1));

            assertCode("NOT_ENROLLED", school.read(leo, attempt));
        }

        private void assertStale(Answer answer) {
            assertCode("SEQUENCE_STALE", answer);
        }
    }

    @Nested
    class Submitting {

        @Test
        void gradesWhatWasAnswered() {
            var attempt = school.attempt(leo, published());
            for (var i = 0; i < 4; i++) {
                school.choose(leo, attempt, i, 1, "right");
            }
            school.choose(leo, attempt, 4, 1, "wrong");

            var graded = school.submit(leo, attempt).json();

            assertThat(graded.get("status").asString()).isEqualTo("GRADED");
            assertThat(graded.get("scorePercent").asInt()).isEqualTo(80);
            assertThat(graded.get("passed").asBoolean()).isTrue();
        }

        @Test
        void twiceIsTheSame() {
            var attempt = school.attempt(leo, published());

            var first = school.submit(leo, attempt);
            var second = school.submit(leo, attempt);

            assertThat(second.status()).isEqualTo(200);
            assertThat(second.json().get("submittedAt")).isEqualTo(first.json().get("submittedAt"));
            assertThat(gradesOf(attempt)).isEqualTo(1);
        }

        @Test
        void endsTheAnswering() {
            var attempt = school.attempt(leo, published());
            school.submit(leo, attempt);

            assertCode("ATTEMPT_CLOSED", school.choose(leo, attempt, 0, 1, "right"));
        }

        @Test
        void countsEveryAnswerThatWasAcknowledgedWhileItRaced() throws Exception {
            var quiz = published();
            for (var round = 0; round < 5; round++) {
                var attempt = school.attempt(leo, quiz);
                var turn = new AtomicInteger();
                var answers =
                        AtOnce.run(
                                6,
                                () -> {
                                    var mine = turn.getAndIncrement();
                                    return mine == 5
                                            ? school.submit(leo, attempt)
                                            : school.choose(leo, attempt, mine, 1, "right");
                                });

                var saved =
                        answers.stream()
                                .filter(one -> one.status() == 200 && one.json().has("savedAt"))
                                .count();
                var graded = school.read(leo, attempt).json();
                assertThat(graded.get("scorePercent").asLong()).isEqualTo(saved * 20);
            }
        }
    }

    @Nested
    class TimeLimits {

        @Test
        void takeNothingAfterTheGraceAndLeaveTheRestToTheServer() {
            var attempt = school.attempt(leo, published("timeLimitSeconds", 60));
            school.choose(leo, attempt, 0, 1, "right");

            clock.forward(Duration.ofSeconds(62));
            assertThat(school.choose(leo, attempt, 1, 1, "right").status()).isEqualTo(200);
            clock.forward(Duration.ofSeconds(4));

            assertCode("ATTEMPT_CLOSED", school.choose(leo, attempt, 2, 1, "right"));
            bringForward(attempt);
            await().atMost(Duration.ofSeconds(30)).until(() -> gradesOf(attempt) == 1);
            var graded = school.read(leo, attempt).json();
            assertThat(graded.get("status").asString()).isEqualTo("GRADED");
            assertThat(graded.get("scorePercent").asInt()).isEqualTo(40);
            assertThat(graded.get("passed").asBoolean()).isFalse();
        }

        @Test
        void readAsClosedUntilTheServerHasGraded() {
            var attempt = school.attempt(leo, published("timeLimitSeconds", 60));

            clock.forward(Duration.ofSeconds(66));

            assertThat(school.read(leo, attempt).text("status")).isEqualTo("SUBMITTED");
        }

        @Test
        void areNotOverBecauseATimerFiresEarly() {
            var attempt = school.attempt(leo, published("timeLimitSeconds", 60));

            bringForward(attempt);

            await().atMost(Duration.ofSeconds(30)).until(() -> waitsForTheEnd(attempt));
            assertThat(school.choose(leo, attempt, 0, 1, "right").status()).isEqualTo(200);
        }

        @Test
        void letTheNextAttemptBeginOnceTheyAreOver() {
            var quiz = published("timeLimitSeconds", 60);
            var first = school.attempt(leo, quiz);

            clock.forward(Duration.ofSeconds(66));

            assertThat(school.start(leo, quiz).status()).isEqualTo(201);
            assertThat(gradesOf(first)).isEqualTo(1);
        }
    }

    @Nested
    class Feedback {

        @Test
        void ofNoneSaysThatItIsGradedAndNoMore() {
            var graded = gradedWith("feedback", "NONE");

            assertThat(graded.get("status").asString()).isEqualTo("GRADED");
            assertThat(graded.hasNonNull("scorePercent")).isFalse();
            assertThat(graded.hasNonNull("passed")).isFalse();
            assertThat(graded.hasNonNull("quizScorePercent")).isFalse();
        }

        @Test
        void ofTheScoreSaysNothingOfTheAnswers() {
            var graded = gradedWith("feedback", "SCORE");

            assertThat(graded.get("scorePercent").asInt()).isEqualTo(20);
            assertThat(graded.at("/questions/0").hasNonNull("feedback")).isFalse();
        }

        @Test
        void ofTheAnswersComesWithTheLastAttempt() {
            var quiz = published("feedback", "ANSWERS", "maxAttempts", 2);
            var first = graded(quiz);
            assertThat(first.at("/questions/0").hasNonNull("feedback")).isFalse();

            var second = school.attempt(leo, quiz);
            assertThat(school.read(leo, first).body()).doesNotContain("\"expected\"");
            school.submit(leo, second);

            var shown = school.read(leo, first).json().at("/questions/0");
            assertThat(shown.at("/feedback/correct").asBoolean()).isTrue();
            assertThat(shown.at("/feedback/points").asInt()).isEqualTo(1);
            assertThat(shown.at("/feedback/expected/optionIds/0").asString())
                    .isEqualTo(School.optionOf(shown, "right"));
        }

        @Test
        void tellsWhatCountsOfSeveralAttempts() {
            var quiz = published("scoring", "AVERAGE");
            graded(quiz);

            var second = school.submit(leo, school.attempt(leo, quiz)).json();

            assertThat(second.get("scorePercent").asInt()).isZero();
            assertThat(second.get("quizScorePercent").asInt()).isEqualTo(10);
        }

        private JsonNode gradedWith(Object... more) {
            return graded(published(more));
        }

        private JsonNode graded(UUID quiz) {
            var attempt = school.attempt(leo, quiz);
            school.choose(leo, attempt, 0, 1, "right");
            return school.submit(leo, attempt).json();
        }
    }

    @Nested
    class Listing {

        @Test
        void showsTheCallersOwnNewestFirst() {
            var quiz = published("maxAttempts", 3);
            var other = school.enroll(course, 1).learner();
            school.attempt(other, quiz);
            school.submit(leo, school.attempt(leo, quiz));
            school.attempt(leo, quiz);

            var list = school.as(leo).get(QUIZZES + "/" + quiz + "/attempts").json();

            assertThat(list.get("items").valueStream().map(one -> one.get("number").asInt()))
                    .containsExactly(2, 1);
            var page = school.as(leo).get(QUIZZES + "/" + quiz + "/attempts?limit=1").json();
            var next =
                    school.as(leo)
                            .get(
                                    "%s/%s/attempts?limit=1&cursor=%s"
                                            .formatted(QUIZZES, quiz, page.get("next").asString()))
                            .json();
            assertThat(next.at("/items/0/number").asInt()).isEqualTo(1);
        }
    }

    @Test
    void keepsGradesAsTheyWereGiven() {
        var attempt = school.attempt(leo, published());
        school.submit(leo, attempt);

        for (var sql : List.of("update grade set points = 1", "delete from grade")) {
            assertThat(catchThrowable(() -> database.sql(sql).update()))
                    .hasMessageContaining("neither changed nor taken away");
        }
    }

    private static List<String> frozen(JsonNode attempt) {
        return attempt.get("questions")
                .valueStream()
                .map(question -> question.get("id").asString() + question.get("options"))
                .toList();
    }

    private static void assertCode(String code, Answer answer) {
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    }

    private int attemptsOf(UUID learner) {
        return count("select count(*) from attempt where learner_id = :id", learner);
    }

    private int answersOf(JsonNode attempt) {
        return count("select count(*) from answer where attempt_id = :id", idOf(attempt));
    }

    private int gradesOf(JsonNode attempt) {
        return count("select count(*) from grade where attempt_id = :id", idOf(attempt));
    }

    /// The scheduler runs by the clock of the machine.
    private void bringForward(JsonNode attempt) {
        assertThat(
                        database.sql(
                                        """
                                        update scheduled_tasks set execution_time = now()
                                        where task_name = 'submit-overdue' and task_instance = :id
                                        """)
                                .param("id", idOf(attempt).toString())
                                .update())
                .isEqualTo(1);
    }

    private boolean waitsForTheEnd(JsonNode attempt) {
        return database.sql(
                        """
                        select exists (select 1 from scheduled_tasks
                                       where task_instance = :id and not picked
                                         and execution_time > now() + interval '30 seconds')
                        """)
                .param("id", idOf(attempt).toString())
                .query(Boolean.class)
                .single();
    }

    private int told(String type, UUID quiz) {
        return database.sql("select count(*) from outbox where type = :type and payload like :quiz")
                .param("type", type)
                .param("quiz", "%" + quiz + "%")
                .query(Integer.class)
                .single();
    }

    private int count(String sql, UUID id) {
        return database.sql(sql).param("id", id).query(Integer.class).single();
    }
}
