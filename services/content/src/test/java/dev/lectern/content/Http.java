package dev.lectern.content;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.testing.identity.TestIdentity;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/// The service as people and other services meet it.
@TestComponent
public final class Http {

    private final Environment environment;
    private final JsonMapper json;

    Http(Environment environment, JsonMapper json) {
        this.environment = environment;
        this.json = json;
    }

    /// Somebody without a token.
    public Client anyone() {
        return new Client(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    /// Somebody of no other role.
    public Client learner(UUID person) {
        return anyone().as(TestIdentity.tokenOf(person, "learner"));
    }

    public Answer draft(UUID lesson, UUID person) {
        return learner(person).get(draftPath(lesson));
    }

    public Answer write(UUID lesson, UUID person, String etag, Object body) {
        return writeRaw(lesson, person, etag, json.writeValueAsString(body));
    }

    public Answer writeRaw(UUID lesson, UUID person, String etag, String body) {
        return learner(person).with("If-Match", etag).put(draftPath(lesson), body);
    }

    public Answer pin(UUID course, UUID... lessons) {
        return anyone().as(TestIdentity.serviceTokenFor("content"))
                .post(
                        "/internal/revisions/pin",
                        json.writeValueAsString(Map.of("courseId", course, "lessonIds", lessons)));
    }

    /// The newest revision of a lesson, pinned by asking for it.
    public UUID pinned(UUID course, UUID lesson) {
        return UUID.fromString(pin(course, lesson).json().at("/revisions/0/revisionId").asString());
    }

    public Answer lesson(UUID lesson, UUID person) {
        return learner(person).get(lessonPath(lesson));
    }

    public Answer lessonForAnyone(UUID lesson) {
        return anyone().get(lessonPath(lesson));
    }

    public static String lessonPath(UUID lesson) {
        return "/api/v1/lessons/" + lesson;
    }

    public static String draftPath(UUID lesson) {
        return lessonPath(lesson) + "/draft";
    }

    /// Where everything is that is wrong.
    public static List<String> pointersOf(Answer problem) {
        return problem.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString(""))
                .toList();
    }
}
