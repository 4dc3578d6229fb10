package dev.lectern.assessment.attempts.web;

import static dev.lectern.assessment.School.QUIZZES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.AssessmentTest;
import dev.lectern.assessment.Facts;
import dev.lectern.client.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AssessmentTest
class RulesTest extends QuizTaking {

    private Answer rules(UUID person, UUID quiz) {
        return school.as(person).get(QUIZZES + "/" + quiz + "/rules");
    }

    @Test
    void tellWhatToExpectAndNothingOfTheQuestions() {
        var quiz = published("timeLimitSeconds", 120, "maxAttempts", 2, "passPercent", 60);

        var answer = rules(leo, quiz);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var rules = answer.json();
        assertThat(rules.get("questions").asInt()).isEqualTo(5);
        assertThat(rules.get("timeLimitSeconds").asInt()).isEqualTo(120);
        assertThat(rules.get("maxAttempts").asInt()).isEqualTo(2);
        assertThat(rules.get("passPercent").asInt()).isEqualTo(60);
        assertThat(rules.get("attemptsMade").asInt()).isZero();
        assertThat(rules.get("preview").asBoolean()).isFalse();
        assertThat(rules.get("openAttemptId").isNull()).isTrue();
        assertThat(answer.body()).doesNotContain(bank.toString(), "correct", "options");
        assertThat(attemptsOf(leo)).isZero();
    }

    @Test
    void nameTheAttemptThatRunsAndWhenTheNextCanBegin() {
        var quiz = published("coolDownSeconds", 3600);
        var attempt = school.attempt(leo, quiz);

        var running = rules(leo, quiz).json();
        assertThat(running.get("openAttemptId").asString()).isEqualTo(attempt.get("id").asString());
        assertThat(running.get("attemptsMade").asInt()).isOne();

        school.submit(leo, attempt);
        var cooling = rules(leo, quiz).json();
        assertThat(cooling.get("openAttemptId").isNull()).isTrue();
        assertThat(Instant.parse(cooling.get("nextStartAt").asString())).isAfter(Instant.now());
        clock.forward(Duration.ofHours(1));
        assertThat(rules(leo, quiz).json().get("nextStartAt").isNull()).isTrue();
    }

    @Test
    void areThoseOfTheVersionTheLearnerIsEnrolledIn() {
        var quiz = published("passPercent", 60);
        var author = school.as(course.author());
        var path = QUIZZES + "/" + quiz;
        assertThat(
                        author.with("If-Match", author.get(path).header("ETag"))
                                .patch(path, "{\"passPercent\": 90}")
                                .status())
                .isEqualTo(200);

        assertThat(rules(leo, quiz).json().get("passPercent").asInt()).isEqualTo(60);
        var authors = rules(course.author(), quiz).json();
        assertThat(authors.get("passPercent").asInt()).isEqualTo(90);
        assertThat(authors.get("preview").asBoolean()).isTrue();
    }

    @Test
    void areForThoseWhoMayTakeIt() {
        var quiz = published();
        assertCode("NOT_ENROLLED", rules(UUID.randomUUID(), quiz));
        assertThat(rules(leo, UUID.randomUUID()).status()).isEqualTo(404);

        var locked = school.quiz(course, bank, 5);
        var revision =
                school.pin(course.id(), locked).json().at("/revisions/0/revisionId").asString();
        hears.of(
                Facts.inSequence(
                        course.id(), UUID.randomUUID(), locked, UUID.fromString(revision)));
        assertCode("LESSON_LOCKED", rules(leo, locked));
    }
}
