package dev.lectern.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.acceptance.api.ApiDocuments;
import dev.lectern.acceptance.api.Operation;
import dev.lectern.acceptance.api.Requests;
import dev.lectern.acceptance.api.Requests.Request;
import dev.lectern.acceptance.api.World;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.rights.Matrix;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Every operation that takes a body, sent by somebody who may, with a body that may not be: the
/// stated code, never a failure of the server, and nothing is changed.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Matrix MATRIX = Matrix.read();
    private static final int ONE_MEBIBYTE = 1024 * 1024;

    /// Nothing is changed here, so one request of each operation is spoilt again and again.
    private final Map<Operation, Request> good = new HashMap<>();

    private World world;
    private Requests requests;
    private String untouched;

    @BeforeAll
    void something(Cast cast) {
        world = new World(cast);
        requests = new Requests(world::named);
        untouched = world.asItsOwnersSeeIt();
    }

    @AfterAll
    void nothingIsChanged() {
        assertThat(world.asItsOwnersSeeIt()).isEqualTo(untouched);
    }

    @ParameterizedTest
    @MethodSource("writing")
    void thatIsNoJsonIsMalformed(Operation operation) {
        var half = isList(operation) ? "[{\"half\":" : "{\"half\":";
        assertRefused(operation, send(operation, half), 400, "MALFORMED_JSON");
    }

    @ParameterizedTest
    @MethodSource("writing")
    void thatIsNoObjectIsInvalid(Operation operation) {
        assertRefused(operation, send(operation, "[7]"), 400, "INVALID_VALUE");
    }

    @ParameterizedTest
    @MethodSource("writing")
    void withAFieldNobodyKnowsNamesIt(Operation operation) {
        var body = body(operation);
        body.put("surprise", 1);

        var answer = send(operation, whole(operation, body));

        assertRefused(operation, answer, 400, "UNKNOWN_FIELD");
        assertThat(answer.json().at("/errors/0/pointer").asString())
                .isEqualTo(place(operation) + "/surprise");
    }

    @ParameterizedTest
    @MethodSource("writing")
    void withAValueOfAnotherTypeNamesTheField(Operation operation) {
        for (var field : List.copyOf(body(operation).propertyNames())) {
            var body = body(operation);
            body.set(field, JsonNodeFactory.instance.objectNode().put("of", "another type"));
            if (isList(operation) && field.equals("data")) {
                // What an event carries is an object of any form to begin with.
                body.put(field, "another type");
            }

            var answer = send(operation, whole(operation, body));

            assertThat(answer.status()).as(field + " " + answer.body()).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/pointer").asString())
                    .startsWith(place(operation) + "/" + field);
        }
    }

    @ParameterizedTest
    @MethodSource("writing")
    void withAControlCharacterOrHalfACharacterIsRefused(Operation operation) {
        for (var field : List.copyOf(body(operation).propertyNames())) {
            if (body(operation).path(field).isString()) {
                for (var bad : List.of("\\u0000", "\\u0007", "\\u001b", "\\ud800")) {
                    var body = body(operation);
                    body.put(field, "a~b");

                    var answer = send(operation, whole(operation, body).replace("~", bad));

                    // What is read as an id, a time or a name of ours is no text to begin with.
                    assertThat(answer.status()).as(operation + answer.body()).isEqualTo(400);
                    assertThat(answer.code()).isIn("CONTROL_CHARACTER", "INVALID_VALUE");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("writing")
    void ofMoreThanAMebibyteIsTooLarge(Operation operation) {
        var body = body(operation);
        body.put("surprise", "x".repeat(ONE_MEBIBYTE));

        assertRefused(operation, send(operation, whole(operation, body)), 413, "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @MethodSource("writing")
    void ofAnotherTypeIsUnsupported(Operation operation) {
        var request = good(operation);

        var answer =
                client(operation, request)
                        .withType("text/plain")
                        .send(request.method(), request.path(), request.body());

        assertRefused(operation, answer, 415, "CONTENT_TYPE_UNSUPPORTED");
    }

    @ParameterizedTest
    @MethodSource("versioned")
    void withoutTheVersionItWasMadeOnIsRefused(Operation operation) {
        var request = good(operation);
        var client = caller(operation).withKey(key());

        var blind = client.send(request.method(), request.path(), request.body());
        var stale =
                client.with("If-Match", "\"987654\"")
                        .send(request.method(), request.path(), request.body());
        var nonsense =
                client.with("If-Match", "yesterday")
                        .send(request.method(), request.path(), request.body());

        assertRefused(operation, blind, 428, "IF_MATCH_REQUIRED");
        assertRefused(operation, stale, 412, "VERSION_STALE");
        assertThat(nonsense.status()).as(nonsense.body()).isIn(400, 412);
    }

    @ParameterizedTest
    @MethodSource("keyed")
    void withoutAKeyOrWithOneTooLongIsRefused(Operation operation) {
        var request = good(operation);
        var client = versioned(caller(operation), request);

        var missing = client.send(request.method(), request.path(), request.body());
        var tooLong =
                client.withKey("k".repeat(65))
                        .send(request.method(), request.path(), request.body());

        assertRefused(operation, missing, 400, "IDEMPOTENCY_KEY_REQUIRED");
        assertThat(tooLong.status()).as(tooLong.body()).isEqualTo(400);
    }

    private Request good(Operation operation) {
        return good.computeIfAbsent(operation, requests::of);
    }

    private Answer send(Operation operation, String body) {
        var request = good(operation);
        return client(operation, request).send(request.method(), request.path(), body);
    }

    private Client client(Operation operation, Request request) {
        return versioned(caller(operation).withKey(key()), request);
    }

    private static Client versioned(Client client, Request request) {
        return request.ifMatch() == null ? client : client.with("If-Match", request.ifMatch());
    }

    private Client caller(Operation operation) {
        return world.caller(MATRIX.whoMay(operation), operation);
    }

    /// The object to spoil: of a list its first.
    private ObjectNode body(Operation operation) {
        var body = JSON.readTree(good(operation).body());
        return (ObjectNode) (body.isArray() ? body.get(0) : body);
    }

    private String whole(Operation operation, ObjectNode spoilt) {
        return isList(operation) ? "[" + spoilt + "]" : spoilt.toString();
    }

    private String place(Operation operation) {
        return isList(operation) ? "/0" : "";
    }

    private boolean isList(Operation operation) {
        return good(operation).body().startsWith("[");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void assertRefused(Operation operation, Answer answer, int status, String code) {
        assertThat(answer.status()).as(operation + ": " + answer.body()).isEqualTo(status);
        assertThat(answer.code()).as(operation + ": " + answer.body()).isEqualTo(code);
    }

    private static List<Operation> writing() {
        return ApiDocuments.operations().stream()
                .filter(operation -> operation.hasBody() && !operation.isInternal())
                .toList();
    }

    private static List<Operation> versioned() {
        return writing().stream().filter(Operation::needsVersion).toList();
    }

    private static List<Operation> keyed() {
        return writing().stream().filter(Operation::needsKey).toList();
    }
}
