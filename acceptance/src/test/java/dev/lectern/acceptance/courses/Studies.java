package dev.lectern.acceptance.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Person;
import dev.lectern.client.Answer;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A learner in one course.
public record Studies(Person learner, Draft course) {

    private static final Duration EFFECT = Duration.ofSeconds(60);

    /// Asks for a seat, and gets one or a refusal.
    public Answer asksForASeat() {
        return learner.intending()
                .post("/api/v1/enrollments", "{\"runId\": \"" + course.runId() + "\"}");
    }

    /// Gets a seat.
    public UUID enroll() {
        var answer = asksForASeat();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(answer.text("id"));
    }

    /// Whether the last lesson, which is no preview, is open.
    public boolean isOpen() {
        return learner.api().get("/api/v1/lessons/" + course.lessonIds().getLast()).status() == 200;
    }

    /// Waits until content knows of the enrollment.
    public void awaitOpen() {
        await("content knows of the enrollment").atMost(EFFECT).until(this::isOpen);
    }

    /// The version of the course this learner is pinned to.
    public int version() {
        return learner.api()
                .get("/api/v1/enrollments?courseId=" + course.id())
                .json()
                .at("/items/0/courseVersion")
                .asInt();
    }

    public int percent() {
        return progress().path("percent").asInt();
    }

    public JsonNode progress() {
        return learner.api().get("/api/v1/progress/" + course.id()).json();
    }

    /// Reads and completes everything; hands out the certificate that comes of it.
    public JsonNode complete() {
        awaitOpen();
        var device = new Device(learner);
        for (var lesson : course.lessonIds()) {
            assertThat(learner.api().get("/api/v1/lessons/" + lesson).body()).contains("This is ");
            assertThat(device.completes(lesson).status()).isEqualTo(200);
        }
        assertThat(percent()).isEqualTo(100);
        return await("the certificate")
                .atMost(EFFECT)
                .until(
                        () ->
                                learner.api()
                                        .get("/api/v1/certificates?courseId=" + course.id())
                                        .json(),
                        certificates -> certificates.path("items").size() == 1)
                .at("/items/0");
    }
}
