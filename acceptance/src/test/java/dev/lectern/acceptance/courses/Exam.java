package dev.lectern.acceptance.courses;

import static dev.lectern.acceptance.courses.Studio.created;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// A quiz of a course and the bank it draws from, as their author makes them.
public final class Exam {

    private static final Duration EFFECT = Duration.ofSeconds(10);

    private final Studio studio;
    private final Draft course;
    private final UUID bank;
    private final List<UUID> questions = new ArrayList<>();
    private final UUID quiz;

    /// @param terms further fields of the quiz, as JSON
    public Exam(Studio studio, Draft course, String terms, int questions, int drawn) {
        this.studio = studio;
        this.course = course;
        this.bank =
                id(
                        post(
                                "/api/v1/banks",
                                """
                                {"courseId": "%s", "title": "Waves"}
                                """
                                        .formatted(course.id())));
        IntStream.range(0, questions)
                .forEach(i -> this.questions.add(addQuestion("Question " + i)));
        this.quiz =
                id(
                        post(
                                "/api/v1/quizzes",
                                """
                                {"courseId": "%s", "title": "Final", "passPercent": 70,
                                 "draws": [{"bankId": "%s", "count": %d}],
                                 "scoring": "BEST", "feedback": "SCORE", %s}
                                """
                                        .formatted(course.id(), bank, drawn, terms)));
    }

    public UUID bank() {
        return bank;
    }

    public List<UUID> questions() {
        return List.copyOf(questions);
    }

    public UUID quiz() {
        return quiz;
    }

    /// Of which the option that says so is right.
    public UUID addQuestion(String text) {
        return id(
                post(
                        "/api/v1/banks/" + bank + "/questions",
                        """
                        {"kind": "SINGLE", "text": "%s", "options": [
                          {"text": "right", "correct": true}, {"text": "wrong"}, {"text": "neither"}]}
                        """
                                .formatted(text)));
    }

    /// Brings questions in GIFT.
    public Answer bring(String file, boolean dryRun) {
        return studio.author()
                .intending()
                .withType("text/x-gift")
                .post("/api/v1/banks/" + bank + "/import?dryRun=" + dryRun, file);
    }

    /// Shows the quiz in a lesson, as soon as course knows of it.
    public UUID addLesson(boolean required) {
        var body =
                """
                {"sectionId": "%s", "title": "Final quiz", "kind": "QUIZ", "required": %s,
                 "ref": {"quizId": "%s"}}
                """
                        .formatted(course.sectionId(), required, quiz);
        var path = "/api/v1/courses/" + course.id() + "/lessons";
        return id(
                await("course knows the quiz")
                        .atMost(EFFECT)
                        .until(
                                () -> studio.author().intending().post(path, body),
                                answer -> !answer.code().equals("REF_UNKNOWN")));
    }

    private Answer post(String path, String body) {
        return studio.author().intending().post(path, body);
    }

    private static UUID id(Answer answer) {
        return UUID.fromString(created(answer).text("id"));
    }
}
