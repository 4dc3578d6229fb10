package dev.lectern.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.acceptance.api.ApiDocuments;
import dev.lectern.acceptance.api.Calls;
import dev.lectern.acceptance.api.Operation;
import dev.lectern.acceptance.api.Requests;
import dev.lectern.acceptance.api.Requests.Request;
import dev.lectern.acceptance.api.World;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.acceptance.platform.ServiceToken;
import dev.lectern.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every operation of the API documents, called by every kind of caller: first by all who may not,
/// after whom everything is as it was, then by those who may.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RightsTest {

    private static final int REFUSALS = 1;
    private static final int AFTER_REFUSALS = 2;
    private static final int LAST = 3;

    private static final String SERVICE = "service";
    // These refuse what somebody shows of themselves, and not who it is.
    private static final Set<String> OF_WHAT_WAS_SHOWN = Set.of("CODE_INVALID", "MFA_REQUIRED");

    private static final Matrix MATRIX = Matrix.read();

    private World world;
    private Platform platform;
    private Requests requests;
    private Calls calls;

    /// Made before anybody is refused, as some need something new.
    private Map<Operation, Request> toBeRefused;

    private String untouched;

    @BeforeAll
    void someoneOfEachKind(Platform platform, Cast cast) {
        this.platform = platform;
        world = new World(cast);
        requests = new Requests(world::named);
        calls = new Calls(platform);
        toBeRefused =
                operations().stream().collect(Collectors.toMap(Function.identity(), requests::of));
        untouched = world.asItsOwnersSeeIt();
    }

    @Test
    void haveARowForEveryOperationAndNoOther() {
        var operations = operations().stream().map(Operation::name).toList();

        assertThat(MATRIX.rows().keySet()).containsExactlyInAnyOrderElementsOf(operations);
        assertThat(Requests.operations()).containsExactlyInAnyOrderElementsOf(operations);
        assertThat(MATRIX.stepUps())
                .containsExactlyInAnyOrderElementsOf(
                        stepUps().stream().map(Operation::name).toList());
        assertThat(MATRIX.callers()).contains(SERVICE).containsAll(World.CALLERS);
    }

    @ParameterizedTest
    @MethodSource("operations")
    @Order(REFUSALS)
    void refuseWhomTheTableRefuses(Operation operation) {
        var request = toBeRefused(operation);
        for (var caller : MATRIX.callers()) {
            if (isRefused(MATRIX.cell(operation, caller))) {
                assertAsExpected(operation, caller, request);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stepUps")
    @Order(REFUSALS)
    void markedWithAnSAreNobodysWithoutAStepUp(Operation operation) {
        var request = toBeRefused(operation);
        for (var caller : World.CALLERS) {
            if (isRefused(MATRIX.cell(operation, caller))) {
                continue;
            }

            var answer = calls.send(operation, request, world.caller(caller), false);

            assertThat(answer.status()).as(operation + " by " + caller).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("STEP_UP_REQUIRED");
        }
    }

    @ParameterizedTest
    @MethodSource("internal")
    @Order(REFUSALS)
    void ofServicesAreNobodysAtTheGateway(Operation operation) {
        var request = toBeRefused(operation);

        var answer = world.caller("admin").send(operation.method(), request.path(), request.body());

        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    }

    @Test
    @Order(AFTER_REFUSALS)
    void areHeldByRefusalsThatChangeNothing() {
        assertThat(world.asItsOwnersSeeIt()).isEqualTo(untouched);
    }

    @ParameterizedTest
    @MethodSource("operations")
    @Order(LAST)
    void letThoseInWhomTheTableLetsIn(Operation operation) {
        for (var caller : MATRIX.callers()) {
            if (!isRefused(MATRIX.cell(operation, caller))) {
                assertAsExpected(operation, caller, requests.of(operation));
            }
        }
    }

    private Request toBeRefused(Operation operation) {
        return Objects.requireNonNull(toBeRefused.get(operation), operation.name());
    }

    private void assertAsExpected(Operation operation, String caller, Request request) {
        var answer = call(operation, caller, request);

        var what = operation + " by " + caller + ": " + answer.status() + " " + answer.body();
        switch (MATRIX.cell(operation, caller)) {
            case "401" -> assertThat(answer.status()).as(what).isEqualTo(401);
            case "403" -> {
                assertThat(answer.status()).as(what).isEqualTo(403);
                assertThat(answer.code())
                        .as(what)
                        .isIn("FORBIDDEN", "NOT_ENROLLED", "OWN_COURSE", "OWN_REVIEW");
            }
            case "404" -> assertThat(answer.status()).as(what).isEqualTo(404);
            case "✓", "own" -> {
                if (OF_WHAT_WAS_SHOWN.contains(answer.code())) {
                    return;
                }
                assertThat(answer.status()).as(what).isNotIn(401, 403, 404).isLessThan(500);
            }
            default -> throw new AssertionError("what does a cell mean that says " + what);
        }
    }

    private Answer call(Operation operation, String caller, Request request) {
        if (caller.equals(SERVICE)) {
            var token = new ServiceToken(platform).forCalling(operation.service());
            return calls.send(operation, request, world.caller("anonymous").as(token), true);
        }
        return calls.send(operation, request, world.caller(caller, operation), false);
    }

    private static boolean isRefused(String cell) {
        return cell.startsWith("4");
    }

    private static List<Operation> operations() {
        return ApiDocuments.operations();
    }

    private static List<Operation> stepUps() {
        return operations().stream().filter(Operation::needsStepUp).toList();
    }

    private static List<Operation> internal() {
        return operations().stream().filter(Operation::isInternal).toList();
    }
}
