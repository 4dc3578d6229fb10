package dev.lectern.launcher.demo;

import dev.lectern.launcher.demo.Seed.Quiz;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A learner tries a quiz, and knows beforehand how many answers are right.
///
/// @param lesson where in the course it is shown
record TakingQuiz(Visitor learner, String courseId, int lesson, Quiz quiz) {

    /// Goes on where an interruption left the attempts.
    ///
    /// @param right how many answers, for each attempt
    void attempt(List<Integer> right) {
        var attempts = "/api/v1/quizzes/" + quizId() + "/attempts";
        var before = Patience.until("quiz to try", () -> known(attempts));
        var open =
                before.stream()
                        .filter(one -> one.path("status").asString().equals("OPEN"))
                        .findFirst();
        open.ifPresent(one -> finish(learner.get(pathOf(one)), right.get(before.size() - 1)));
        for (int i = before.size(); i < right.size(); i++) {
            finish(learner.intending("attempt " + i).post(attempts, Map.of()), right.get(i));
        }
    }

    private String quizId() {
        var id =
                learner.get("/api/v1/progress/" + courseId)
                        .at("/lessons/" + lesson + "/lessonId")
                        .asString();
        return learner.get("/api/v1/lessons/" + id).at("/ref/quizId").asString();
    }

    /// Nothing while assessment has not heard of the enrollment.
    private Optional<List<JsonNode>> known(String attempts) {
        return Refused.unless(
                        Set.of("NOT_ENROLLED", "NOT_FOUND"),
                        () -> learner.get(attempts + "?limit=100"))
                .map(page -> page.path("items").valueStream().toList());
    }

    private void finish(JsonNode attempt, int right) {
        int asked = 0;
        for (var question : attempt.path("questions")) {
            learner.put(
                    pathOf(attempt) + "/answers/" + question.path("id").asString(),
                    Map.of(
                            "sequence",
                            0,
                            "response",
                            Map.of("optionIds", List.of(option(question, asked < right)))));
            asked++;
        }
        learner.post(pathOf(attempt) + "/submit", Map.of());
    }

    private String option(JsonNode question, boolean right) {
        var key = keyOf(question.path("text").asString());
        return question.path("options")
                .valueStream()
                .filter(one -> one.path("text").asString().equals(key) == right)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private String keyOf(String asked) {
        return quiz.questions().stream()
                .filter(gift -> gift.startsWith(asked))
                .map(TakingQuiz::keyIn)
                .findFirst()
                .orElseThrow();
    }

    /// The right answer of a question in GIFT, to choose one or to say whether it is true.
    private static String keyIn(String gift) {
        var answers = gift.substring(gift.indexOf('{') + 1, gift.lastIndexOf('}')).strip();
        return switch (answers) {
            case "T" -> "True";
            case "F" -> "False";
            default -> answers.substring(answers.indexOf('=') + 1).split("~")[0].strip();
        };
    }

    private static String pathOf(JsonNode attempt) {
        return "/api/v1/attempts/" + attempt.path("id").asString();
    }
}
