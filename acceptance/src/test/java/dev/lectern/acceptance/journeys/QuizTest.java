package dev.lectern.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Device;
import dev.lectern.acceptance.courses.Exam;
import dev.lectern.acceptance.courses.Sitting;
import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/// An author writes a bank and a quiz and publishes them; a learner takes it, goes on with another
/// device, and passes.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class QuizTest {

    private static final Duration EFFECT = Duration.ofSeconds(10);
    private static final String TERMS = "\"timeLimitSeconds\": 600, \"maxAttempts\": 2";

    private Cast cast;
    private Person ines;
    private Studio studio;

    @BeforeAll
    void anInstructor(Cast cast) {
        this.cast = cast;
        ines = cast.instructor("Ines");
        studio = new Studio(ines, cast.moderator());
    }

    @Test
    void isPublishedOnceItCanBeTakenAndTriedOutWithoutCounting() {
        var course = studio.draft("Short of questions", "First");
        var exam = new Exam(studio, course, TERMS, 4, 5);
        exam.addLesson(true);

        await("the gate names the pool")
                .atMost(EFFECT)
                .until(() -> gate(course.id()).body().contains("POOL_TOO_SMALL"));
        var refused =
                ines.intending()
                        .with("If-Match", studio.etagOf(course))
                        .post("/api/v1/courses/" + course.id() + "/submit", "{}");
        assertThat(refused.code()).isEqualTo("GATE_FAILED");
        assertThat(refused.body()).contains("POOL_TOO_SMALL");

        var file = "Which?{ =right ~wrong }\n\nNone.{ ~a ~b }\n";
        var tried = exam.bring(file, true);
        assertThat(tried.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(tried.json().at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(tried.json().at("/errors/0/code").asString()).isEqualTo("NO_CORRECT_OPTION");
        assertThat(bank(exam).path("questions").asInt()).isEqualTo(4);
        exam.bring(file, false);
        assertThat(bank(exam).path("questions").asInt()).isEqualTo(5);

        var preview = new Sitting(ines, exam.quiz());
        assertThat(preview.start().path("preview").asBoolean()).isTrue();
        studio.publish(course);
    }

    @Test
    void isTakenOnTwoDevicesAndPassedTheSecondTime() {
        var course = studio.draft("Examined", "First");
        var exam = new Exam(studio, course, TERMS, 6, 5);
        var lesson = exam.addLesson(true);
        decideBy(course.id(), exam.quiz());
        studio.publish(course);
        var leo = cast.learner("Leo");
        var studies = new Studies(leo, course);
        studies.enroll();
        var sitting = new Sitting(leo, exam.quiz());

        var first = sitting.start();
        for (var place = 0; place < 3; place++) {
            assertThat(sitting.choose(first, place, 1, "right").status()).isEqualTo(200);
        }
        var elsewhere = sitting.read(first).json();
        assertThat(questionsOf(elsewhere)).isEqualTo(questionsOf(first));
        assertThat(answersOf(elsewhere)).isEqualTo(3);
        assertThat(elsewhere.path("deadlineAt")).isEqualTo(first.path("deadlineAt"));
        assertThat(elsewhere.toString()).doesNotContain("correct");
        var second = sitting.asksForAnAttempt();
        assertThat(second.code()).isEqualTo("ATTEMPT_OPEN");
        assertThat(second.text("attemptId")).isEqualTo(first.path("id").asString());
        assertThat(sitting.choose(first, 0, 1, "wrong").code()).isEqualTo("SEQUENCE_STALE");

        var failed = sitting.submit(first).json();
        assertThat(failed.path("scorePercent").asInt()).isEqualTo(60);
        assertThat(failed.path("passed").asBoolean()).isFalse();
        assertThat(sitting.choose(first, 3, 1, "right").code()).isEqualTo("ATTEMPT_CLOSED");

        var again = sitting.start();
        for (var place = 0; place < 4; place++) {
            sitting.choose(again, place, 1, "right");
        }
        assertThat(sitting.submit(again).json().path("passed").asBoolean()).isTrue();
        assertThat(sitting.asksForAnAttempt().code()).isEqualTo("ATTEMPTS_EXHAUSTED");

        await("the quiz counts").atMost(EFFECT).until(() -> studies.percent() == 50);
        new Device(leo).completes(course.lessonIds().getFirst());
        var why = leo.api().get("/api/v1/progress/" + course.id() + "/why");
        assertThat(why.text("verdict")).isEqualTo("COMPLETED");
        assertThat(why.body()).contains("FINAL_SCORE", lesson.toString());
    }

    @Test
    void isNobodyElses() {
        var course = studio.draft("Closed to others", "First");
        var exam = new Exam(studio, course, TERMS, 2, 2);
        exam.addLesson(true);
        var mia = cast.learner("Mia");

        assertThat(new Sitting(mia, exam.quiz()).asksForAnAttempt().status()).isEqualTo(404);
        assertThat(mia.api().get("/api/v1/banks/" + exam.bank() + "/questions").status())
                .isEqualTo(404);
        studio.publish(course);
        var sitting = new Sitting(mia, exam.quiz());
        await("assessment knows the version")
                .atMost(EFFECT)
                .until(() -> sitting.asksForAnAttempt().code().equals("NOT_ENROLLED"));

        var leo = cast.learner("Leo");
        new Studies(leo, course).enroll();
        var attempt = new Sitting(leo, exam.quiz()).start();
        assertThat(sitting.read(attempt).status()).isEqualTo(404);
        assertThat(sitting.choose(attempt, 0, 1, "right").status()).isEqualTo(404);
        assertThat(new Sitting(ines, exam.quiz()).read(attempt).status()).isEqualTo(404);
    }

    private Answer gate(UUID course) {
        return ines.api().get("/api/v1/courses/" + course + "/gate");
    }

    private JsonNode bank(Exam exam) {
        return ines.api().get("/api/v1/banks/" + exam.bank()).json();
    }

    /// Completing asks for a score in the quiz.
    private void decideBy(UUID course, UUID quiz) {
        var path = "/api/v1/courses/" + course;
        var answer =
                ines.api()
                        .with("If-Match", ines.api().get(path).header("ETag"))
                        .patch(
                                path,
                                """
                                {"completion": {"finalQuizId": "%s", "minScorePercent": 70}}
                                """
                                        .formatted(quiz));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static List<String> questionsOf(JsonNode attempt) {
        return attempt.path("questions")
                .valueStream()
                .map(question -> question.path("id").asString() + question.path("options"))
                .toList();
    }

    private static long answersOf(JsonNode attempt) {
        return attempt.path("questions")
                .valueStream()
                .filter(question -> question.hasNonNull("answer"))
                .count();
    }
}
