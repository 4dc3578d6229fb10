package dev.lectern.launcher.demo;

import dev.lectern.launcher.demo.Seed.Quiz;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// An author writes a bank of questions and a quiz that draws from it, unless they are there.
record WritingQuiz(Visitor author, String courseId) {

    /// @return the id of the quiz
    String write(Quiz quiz, String title) {
        return titled("/api/v1/quizzes", title)
                .orElseGet(() -> draw(quiz, title))
                .path("id")
                .asString();
    }

    private JsonNode draw(Quiz quiz, String title) {
        var bank = titled("/api/v1/banks", title).orElseGet(() -> fill(quiz, title));
        return author.post(
                "/api/v1/quizzes",
                Map.of(
                        "courseId",
                        courseId,
                        "title",
                        title,
                        "draws",
                        List.of(
                                Map.of(
                                        "bankId",
                                        bank.path("id").asString(),
                                        "count",
                                        quiz.draws())),
                        "passPercent",
                        quiz.passPercent(),
                        "scoring",
                        "BEST",
                        "feedback",
                        "SCORE"));
    }

    private JsonNode fill(Quiz quiz, String title) {
        var bank = author.post("/api/v1/banks", Map.of("courseId", courseId, "title", title));
        author.postText(
                "/api/v1/banks/" + bank.path("id").asString() + "/import",
                "text/x-gift",
                String.join("\n\n", quiz.questions()));
        return bank;
    }

    private Optional<JsonNode> titled(String path, String title) {
        return Patience.until(
                        "course that assessment knows",
                        () ->
                                Refused.unless(
                                        Set.of("NOT_FOUND"),
                                        () -> author.get(path + "?limit=100&courseId=" + courseId)))
                .path("items")
                .valueStream()
                .filter(one -> one.path("title").asString().equals(title))
                .findFirst();
    }
}
