package dev.lectern.course.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.SectionId;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Desk;
import dev.lectern.course.testkit.Studio;
import dev.lectern.events.assessment.QuizChanged.Reason;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Lessons that show a quiz, from the first mention of it to the version that pins it.
@CourseTest
@SuppressWarnings("NullAway.Init")
class QuizLessonTest {

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private final UUID quiz = UUID.randomUUID();
    private Desk author;
    private CourseId course;
    private SectionId section;

    @BeforeEach
    void aCourse() {
        author = Desk.of(port, ines);
        course = studio.writtenDraft(ines, Studio.details("With a quiz"));
        section = studio.firstSection(course, ines);
    }

    @Nested
    class Planning {

        @Test
        void takesAQuizAssessmentHasToldOf() {
            studio.quiz(course, quiz);

            var lesson = add(quiz);

            assertThat(lesson.status()).isEqualTo(201);
            assertThat(lesson.json().at("/ref/quizId").asString()).isEqualTo(quiz.toString());
            assertThat(lesson.json().get("warnings")).isEmpty();
        }

        @Test
        void refusesTheQuizOfAnotherCourse() {
            studio.quiz(studio.draft(ines, "Another"), quiz);

            assertThat(add(quiz).code()).isEqualTo("REF_UNKNOWN");
        }

        @Test
        void keepsTheQuizUntilItIsTakenAway() {
            studio.quiz(course, quiz);
            var lesson = add(quiz);

            var renamed = change(lesson, "{\"title\": \"Renamed\"}");
            assertThat(renamed.json().at("/ref/quizId").asString()).isEqualTo(quiz.toString());

            var cleared = change(renamed, lesson.header("Location"), "{\"ref\": null}");
            assertThat(cleared.json().hasNonNull("ref")).isFalse();
            assertThat(cleared.json().at("/warnings/0/code").asString())
                    .isEqualTo("QUIZ_UNANSWERABLE");
        }

        private Answer change(Answer read, String body) {
            return change(read, read.header("Location"), body);
        }

        private Answer change(Answer read, String path, String body) {
            return author.having(read).patch(path, body);
        }
    }

    @Nested
    class TheGate {

        @Test
        void saysWhatAssessmentSaysUntilTheQuizIsReady() {
            studio.quiz(course, quiz, new Reason("POOL_TOO_SMALL", "5 of 4."));
            studio.quizLesson(course, section, quiz, ines);

            var shut = gate();
            studio.quiz(course, quiz);

            assertThat(shut.at("/failures/0/code").asString()).isEqualTo("POOL_TOO_SMALL");
            assertThat(shut.at("/failures/0/detail").asString()).isEqualTo("5 of 4.");
            assertThat(shut.at("/failures/0/pointer").asString())
                    .isEqualTo("/sections/0/lessons/1");
            assertThat(gate().get("ready").asBoolean()).isTrue();
        }

        @Test
        void refusesAQuizThatBecameTooSmallSinceItWasSubmitted() {
            studio.quiz(course, quiz);
            studio.quizLesson(course, section, quiz, ines);
            studio.submit(course, ines);
            Callees.emptied(quiz);

            assertThat(Studio.outcomeOf(() -> studio.approve(course))).isEqualTo("GATE_FAILED");
        }
    }

    @Nested
    class Completing {

        @Test
        void canAskForAScoreInAQuizOfTheCourse() {
            studio.quiz(course, quiz);

            var answer = decideBy(quiz, 70);

            assertThat(answer.json().at("/completion/finalQuizId").asString())
                    .isEqualTo(quiz.toString());
            assertThat(answer.json().at("/completion/minScorePercent").asInt()).isEqualTo(70);
            assertThat(gate().at("/failures/0/pointer").asString())
                    .isEqualTo("/completion/finalQuizId");
            var cleared = describe("{\"completion\": null}");
            assertThat(cleared.json().hasNonNull("completion")).isFalse();
        }

        @Test
        void refusesAQuizNobodyHasToldOf() {
            assertThat(decideBy(quiz, 70).code()).isEqualTo("REF_UNKNOWN");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "101", "null", "\"x\""})
        void refusesAScoreThatCannotBe(String percent) {
            assertThat(
                            describe(
                                            """
                                            {"completion": {"finalQuizId": "%s",
                                             "minScorePercent": %s}}
                                            """
                                                    .formatted(quiz, percent))
                                    .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void isPinnedAndToldWithTheVersion() {
        studio.quiz(course, quiz);
        var lesson = studio.quizLesson(course, section, quiz, ines);
        decideBy(quiz, 70);
        studio.submit(course, ines);
        var heard = studio.neighbours().listenTo("course");

        studio.approve(course);

        var call = Callees.callsAbout(quiz).getLast();
        assertThat(call.path()).isEqualTo("/assessment/internal/quizzes/pin");
        assertThat(call.authorization()).startsWith("Bearer ");
        var told =
                heard.atLeast(1, "course.published.v1").stream()
                        .filter(event ->
                                event.at("/data/courseId")
                                        .asString()
                                        .equals(course.value().toString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(told.at("/data/completion/finalQuizId").asString()).isEqualTo(quiz.toString());
        var shown = told.at("/data/sections/0/lessons/1");
        assertThat(shown.get("lessonId").asString()).isEqualTo(lesson.value().toString());
        assertThat(shown.get("refId").asString()).isEqualTo(quiz.toString());
        assertThat(shown.get("revisionId").asString())
                .isEqualTo(Callees.revisionOf(quiz).toString());
    }

    private Answer add(UUID shown) {
        return author.post(
                "/api/v1/courses/" + course.value() + "/lessons",
                """
                {"sectionId": "%s", "title": "Final quiz", "kind": "QUIZ",
                 "ref": {"quizId": "%s"}}
                """
                        .formatted(section.value(), shown));
    }

    private Answer decideBy(UUID deciding, int percent) {
        return describe(
                """
                {"completion": {"finalQuizId": "%s", "minScorePercent": %d}}
                """
                        .formatted(deciding, percent));
    }

    private Answer describe(String body) {
        var path = "/api/v1/courses/" + course.value();
        return author.having(author.get(path)).patch(path, body);
    }

    private JsonNode gate() {
        return author.get("/api/v1/courses/" + course.value() + "/gate").json();
    }
}
