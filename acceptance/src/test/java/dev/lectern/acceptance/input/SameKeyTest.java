package dev.lectern.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.api.ApiDocuments;
import dev.lectern.acceptance.api.Operation;
import dev.lectern.acceptance.api.Requests;
import dev.lectern.acceptance.api.Requests.Request;
import dev.lectern.acceptance.api.World;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.rights.Matrix;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every operation with an `Idempotency-Key`: one key is one intent, however often it is sent.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class SameKeyTest {

    private static final Matrix MATRIX = Matrix.read();
    private static final int AT_ONCE = 20;

    private Cast cast;
    private World world;
    private Requests requests;

    @BeforeAll
    void something(Cast cast) {
        this.cast = cast;
        world = new World(cast);
        requests = new Requests(world::named);
    }

    @ParameterizedTest
    @MethodSource("keyed")
    void twentyTimesAtOnceIsDoneOnce(Operation operation) throws Exception {
        var request = requests.of(operation);
        var client = client(operation, request);

        var answers = atOnce(() -> client.send(request.method(), request.path(), request.body()));

        // A twin waits for a while; what is answered before the first is done may be sent again.
        assertThat(answers).allMatch(SameKeyTest::isDoneOrMayBeSentAgain);
        var once =
                await("the first is done")
                        .atMost(Duration.ofSeconds(30))
                        .until(
                                () -> client.send(request.method(), request.path(), request.body()),
                                SameKeyTest::isDone);
        var done = answers.stream().filter(answer -> answer.status() == once.status()).toList();
        assertThat(once.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(done).allMatch(answer -> answer.text("id").equals(once.text("id")));
        assertThat(done)
                .filteredOn(answer -> answer.headers().firstValue("Idempotency-Replayed").isEmpty())
                .hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("keyed")
    void withAnotherBodyIsRefused(Operation operation) {
        var request = requests.of(operation);
        var client = client(operation, request);
        var first = client.send(request.method(), request.path(), request.body());

        var other = client.send(request.method(), request.path(), changed(request.body()));

        assertThat(first.status()).as(first.body()).isBetween(200, 299);
        assertThat(other.status()).as(other.body()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    /// Somebody who may and has not done it before.
    private Client client(Operation operation, Request request) {
        var kind = MATRIX.whoMay(operation);
        var isAnybodys = kind.equals("learner") && !operation.path().contains("{");
        var caller = isAnybodys ? newcomer(operation).api() : world.caller(kind);
        var client = caller.withKey(UUID.randomUUID().toString());
        return request.ifMatch() == null ? client : client.with("If-Match", request.ifMatch());
    }

    private Person newcomer(Operation operation) {
        return operation.path().equals("/api/v1/reviews")
                ? world.reader()
                : cast.learner("Newcomer");
    }

    /// The same request with something else in one of its fields.
    private static String changed(String body) {
        var node = (ObjectNode) JsonMapper.shared().readTree(body);
        for (var field :
                List.of(
                        "title",
                        "headline",
                        "note",
                        "displayName",
                        "changeNote",
                        "text",
                        "code",
                        "fileName",
                        "returnPath")) {
            if (node.path(field).isString()) {
                return node.put(field, "/Something-else").toString();
            }
        }
        if (node.has("items")) {
            return node.put("couponCode", "SOMETHING").toString();
        }
        if (node.path("reason").asString("").contains(" ")) {
            return node.put("reason", "Something else.").toString();
        }
        if (node.has("toVersion")) {
            return node.put("toVersion", 2).toString();
        }
        return node.has("runId")
                ? node.put("runId", UUID.randomUUID().toString()).toString()
                : node.put("note", "Something else").toString();
    }

    private static List<Answer> atOnce(Callable<Answer> call) throws Exception {
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Answer>>();
            for (var i = 0; i < AT_ONCE; i++) {
                running.add(threads.submit(call));
            }
            for (var answer : running) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static boolean isDone(Answer answer) {
        return answer.status() < 300;
    }

    private static boolean isDoneOrMayBeSentAgain(Answer answer) {
        return isDone(answer)
                || answer.code().equals("REQUEST_IN_PROGRESS")
                || answer.code().equals("UNAVAILABLE");
    }

    private static List<Operation> keyed() {
        return ApiDocuments.operations().stream()
                .filter(operation -> operation.needsKey() && operation.hasBody())
                .toList();
    }
}
