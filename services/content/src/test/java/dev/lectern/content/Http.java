package dev.lectern.content;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import dev.lectern.testing.identity.TestIdentity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service as people and other services meet it.
public final class Http {

    private final MockMvc http;
    private final JsonMapper json;

    Http(MockMvc http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    /// What came back.
    public record Answer(int status, MockHttpServletResponse response, JsonNode body) {

        public String code() {
            return body.path("code").asString("");
        }

        public String etag() {
            return String.valueOf(response.getHeader("ETag"));
        }

        /// The pointers of everything that is wrong.
        public List<String> pointers() {
            return body.path("errors")
                    .valueStream()
                    .map(error -> error.path("pointer").asString(""))
                    .toList();
        }
    }

    public static String tokenOf(UUID person) {
        return TestIdentity.tokenOf(person, "learner");
    }

    public Answer draft(UUID lesson, UUID person) {
        return send(get(draftOf(lesson)), tokenOf(person));
    }

    public Answer write(UUID lesson, UUID person, String etag, Object body) {
        return writeRaw(lesson, person, etag, json.writeValueAsString(body));
    }

    public Answer writeRaw(UUID lesson, UUID person, String etag, String body) {
        return send(
                put(draftOf(lesson))
                        .header("If-Match", etag)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body),
                tokenOf(person));
    }

    public Answer pin(UUID course, UUID... lessons) {
        return send(
                post("/internal/revisions/pin")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                json.writeValueAsString(
                                        Map.of("courseId", course, "lessonIds", lessons))),
                TestIdentity.serviceTokenFor("content"));
    }

    public Answer lesson(UUID lesson, UUID person) {
        return send(get(lessonPath(lesson)), tokenOf(person));
    }

    public Answer lessonForAnyone(UUID lesson) {
        return send(get(lessonPath(lesson)));
    }

    public Answer send(MockHttpServletRequestBuilder request, String token) {
        return send(request.header("Authorization", "Bearer " + token));
    }

    public Answer send(MockHttpServletRequestBuilder request) {
        try {
            var response = http.perform(request).andReturn().getResponse();
            var body = response.getContentAsString(StandardCharsets.UTF_8);
            return new Answer(
                    response.getStatus(), response, json.readTree(body.isEmpty() ? "null" : body));
        } catch (Exception e) {
            throw new AssertionError("the service did not answer", e);
        }
    }

    public static String draftOf(UUID lesson) {
        return lessonPath(lesson) + "/draft";
    }

    private static String lessonPath(UUID lesson) {
        return "/api/v1/lessons/" + lesson;
    }
}
