package dev.lectern.assessment.attempts.web;

import static dev.lectern.assessment.School.ATTEMPTS;
import static dev.lectern.assessment.School.QUIZZES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.AssessmentTest;
import dev.lectern.assessment.Facts;
import dev.lectern.client.Answer;
import dev.lectern.testing.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AssessmentTest
class StartingTest extends QuizTaking {

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
    void waitsForItsTurnWhereLessonsOpenOneAfterTheOther() {
        var quiz = school.quiz(course, bank, 5);
        var revision =
                school.pin(course.id(), quiz).json().at("/revisions/0/revisionId").asString();
        var article = UUID.randomUUID();
        hears.of(Facts.inSequence(course.id(), article, quiz, UUID.fromString(revision)));

        assertThat(school.start(leo, quiz).status()).isEqualTo(403);
        assertCode("LESSON_LOCKED", school.start(leo, quiz));
        assertThat(school.start(course.author(), quiz).status()).isEqualTo(201);

        hears.of(enrolled.completed(article));

        assertThat(school.start(leo, quiz).status()).isEqualTo(201);
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
