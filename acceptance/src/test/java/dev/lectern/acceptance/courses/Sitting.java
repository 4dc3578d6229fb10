package dev.lectern.acceptance.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.people.Person;
import dev.lectern.client.Answer;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A learner at a quiz.
public record Sitting(Person learner, UUID quiz) {

    private static final Duration EFFECT = Duration.ofSeconds(10);

    public Answer asksForAnAttempt() {
        return learner.intending().post("/api/v1/quizzes/" + quiz + "/attempts", "");
    }

    /// Begins an attempt, as soon as assessment knows of the enrollment.
    public JsonNode start() {
        return await("assessment knows of the enrollment")
                .atMost(EFFECT)
                .until(this::asksForAnAttempt, answer -> answer.status() == 201)
                .json();
    }

    public Answer read(JsonNode attempt) {
        return learner.api().get(path(attempt));
    }

    public Answer submit(JsonNode attempt) {
        var answer = learner.intending().post(path(attempt) + "/submit", "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /// Chooses the option that says so.
    public Answer choose(JsonNode attempt, int place, int sequence, String text) {
        var question = attempt.at("/questions/" + place);
        var option =
                question.path("options")
                        .valueStream()
                        .filter(one -> one.path("text").asString().equals(text))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asString();
        return learner.api()
                .put(
                        path(attempt) + "/answers/" + question.path("id").asString(),
                        "{\"sequence\": %d, \"response\": {\"optionIds\": [\"%s\"]}}"
                                .formatted(sequence, option));
    }

    private static String path(JsonNode attempt) {
        return "/api/v1/attempts/" + attempt.path("id").asString();
    }
}
