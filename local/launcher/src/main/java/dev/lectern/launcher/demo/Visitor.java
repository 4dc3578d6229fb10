package dev.lectern.launcher.demo;

import dev.lectern.client.Answer;
import dev.lectern.client.Authenticator;
import dev.lectern.client.Client;
import dev.lectern.client.SignIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Somebody in front of the platform, at first a stranger. What is refused is thrown.
final class Visitor {

    // The same body is the same text, whatever order its map has in this JVM.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private static final int CODES = 4;

    private final SignIn session;
    private final Client client;
    private final AtomicInteger changes;
    private final String intent;
    private final Optional<Authenticator> authenticator;

    /// @param intent what tells apart two posts of the same body to the same path
    private Visitor(
            SignIn session,
            Client client,
            AtomicInteger changes,
            String intent,
            Optional<Authenticator> authenticator) {
        this.session = session;
        this.client = client;
        this.changes = changes;
        this.intent = intent;
        this.authenticator = authenticator;
    }

    /// @param changes counts what visitors write
    static Visitor at(URI frontDoor, AtomicInteger changes) {
        return new Visitor(
                SignIn.at(frontDoor),
                new Client(frontDoor.toString(), Map.of("Content-Type", "application/json")),
                changes,
                UUID.randomUUID().toString(),
                Optional.empty());
    }

    /// The same one, signed in.
    Visitor signIn(String email, String password) {
        var answer = session.begin().answerTo(email, password);
        accepted(
                "signing in as " + email,
                new Answer(answer.statusCode(), answer.headers(), answer.body()));
        return withNextToken();
    }

    /// The same one with the rights that were granted since. From here on the same body to the same
    /// path is the same intent, also when the demo is taken up again after an interruption.
    Visitor withNextToken() {
        var token = authenticator.map(session::nextToken).orElseGet(session::nextToken);
        return new Visitor(session, client.as(token), changes, "", authenticator);
    }

    /// The same one with an authenticator, whether it is asked for or not.
    Visitor with(Authenticator given) {
        return new Visitor(session, client, changes, intent, Optional.of(given));
    }

    /// The same one after having shown the authenticator once more.
    Visitor steppedUp() {
        var shown = authenticator.orElseThrow();
        var answer = stepUp(shown);
        // Another code was used by somebody who signed in with the same one.
        for (var i = 1; i < CODES && answer.code().equals("CODE_INVALID"); i++) {
            answer = stepUp(shown);
        }
        var proof = accepted("stepping up", answer).text("stepUpToken");
        return new Visitor(session, client.with("Step-Up", proof), changes, intent, authenticator);
    }

    private Answer stepUp(Authenticator shown) {
        return client.post(
                "/api/v1/auth/step-up", JSON.writeValueAsString(Map.of("code", shown.nextCode())));
    }

    /// The same one with another intent: what is posted from here on is not what was posted before.
    Visitor intending(String anew) {
        return new Visitor(session, client, changes, anew, authenticator);
    }

    boolean is(Seed.Role role) {
        return get("/api/v1/users/me")
                .path("roles")
                .valueStream()
                .anyMatch(one -> one.asString().equals(role.onTheWire()));
    }

    JsonNode get(String path) {
        return accepted("GET " + path, client.get(path)).json();
    }

    /// What is there, unless there is nothing.
    Optional<JsonNode> find(String path) {
        var answer = client.get(path);
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(accepted("GET " + path, answer).json());
    }

    JsonNode post(String path, Object body) {
        String json = JSON.writeValueAsString(body);
        var key = UUID.nameUUIDFromBytes((intent + path + json).getBytes(StandardCharsets.UTF_8));
        return written("POST " + path, client.withKey("demo-" + key).post(path, json));
    }

    /// A post to something that is there to be changed.
    JsonNode post(String path, Object body, String resource) {
        return onVersionOf(resource).post(path, body);
    }

    JsonNode put(String path, Object body, String resource) {
        String json = JSON.writeValueAsString(body);
        return written("PUT " + path, onVersionOf(resource).client.put(path, json));
    }

    /// A post of something that is no JSON.
    JsonNode postText(String path, String type, String text) {
        var key = UUID.nameUUIDFromBytes((intent + path + text).getBytes(StandardCharsets.UTF_8));
        return written(
                "POST " + path, client.withKey("demo-" + key).withType(type).post(path, text));
    }

    /// A put of something that has no version.
    JsonNode put(String path, Object body) {
        return written("PUT " + path, client.put(path, JSON.writeValueAsString(body)));
    }

    /// A put of something that is no JSON and has no version.
    JsonNode putText(String path, String type, String text) {
        return written("PUT " + path, client.withType(type).put(path, text));
    }

    JsonNode patch(String path, Object body) {
        String json = JSON.writeValueAsString(body);
        return written("PATCH " + path, onVersionOf(path).client.patch(path, json));
    }

    /// With the version of the resource that is there now, as every edit must name it.
    private Visitor onVersionOf(String resource) {
        var etag = accepted("GET " + resource, client.get(resource)).header("ETag");
        return new Visitor(session, client.with("If-Match", etag), changes, intent, authenticator);
    }

    private JsonNode written(String call, Answer answer) {
        accepted(call, answer);
        changes.incrementAndGet();
        return answer.body().isEmpty() ? JSON.nullNode() : answer.json();
    }

    private static Answer accepted(String call, Answer answer) {
        if (answer.status() >= 300) {
            throw new Refused(call, answer);
        }
        return answer;
    }
}
