package dev.lectern.course.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The services this one asks, as far as it asks them: real HTTP on a free port. What they answer
/// depends on the ids in the question, so that tests do not disturb each other.
public final class Callees {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Queue<Call> CALLS = new ConcurrentLinkedQueue<>();
    private static final Set<UUID> EMPTY = ConcurrentHashMap.newKeySet();
    private static final Set<UUID> UNHEARD = ConcurrentHashMap.newKeySet();
    private static final Set<UUID> UNREACHABLE = ConcurrentHashMap.newKeySet();
    private static final Map<UUID, Map<String, Object>> SHOWN = new ConcurrentHashMap<>();
    private static final Map<UUID, Integer> SEATS_TAKEN = new ConcurrentHashMap<>();
    private static final Map<UUID, String> NAMES = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = serve();

    private Callees() {}

    /// What was asked.
    public record Call(String path, @Nullable String authorization, JsonNode body) {}

    /// Points a service under test at the stand-ins.
    static final class Addresses
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var base = "http://localhost:" + SERVER.getAddress().getPort();
            TestPropertyValues.of(
                            "lectern.services.content.url=" + base + "/content",
                            "lectern.services.enrollment.url=" + base + "/enrollment",
                            "lectern.services.user.url=" + base + "/user",
                            "lectern.services.assessment.url=" + base + "/assessment")
                    .applyTo(context);
        }
    }

    /// Content has nothing to read in this lesson, or assessment too little in this quiz, whatever
    /// they told before.
    public static void emptied(UUID lesson) {
        EMPTY.add(lesson);
    }

    /// Content shows this image or file in this lesson, whatever it told before.
    public static void showing(UUID lesson, UUID asset, String kind) {
        SHOWN.put(lesson, Map.of("assetId", asset, "kind", kind));
    }

    /// Content has not heard of this lesson yet.
    public static void unheard(UUID lesson) {
        UNHEARD.add(lesson);
    }

    /// Whatever is asked about this id is not answered properly.
    public static void unreachable(UUID id) {
        UNREACHABLE.add(id);
    }

    public static void reachable(UUID id) {
        UNREACHABLE.remove(id);
    }

    /// Enrollment has given away this many seats of the run.
    public static void taken(UUID run, int seats) {
        SEATS_TAKEN.put(run, seats);
    }

    /// User knows somebody under this name.
    public static void named(UUID user, String name) {
        NAMES.put(user, name);
    }

    /// The revision content keeps of a lesson, or assessment of a quiz.
    public static UUID revisionOf(UUID lesson) {
        return UUID.nameUUIDFromBytes(lesson.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Everything that was asked about this id, in path or body.
    public static List<Call> callsAbout(UUID id) {
        return CALLS.stream()
                .filter(call -> (call.path() + call.body()).contains(id.toString()))
                .toList();
    }

    private static HttpServer serve() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", Callees::answer);
            server.setExecutor(task -> Thread.ofPlatform().daemon().name("callees").start(task));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var bytes = exchange.getRequestBody().readAllBytes();
        var body = bytes.length == 0 ? JSON.nullNode() : JSON.readTree(bytes);
        CALLS.add(new Call(path, exchange.getRequestHeaders().getFirst("Authorization"), body));
        var text = path + body;
        if (UNREACHABLE.stream().anyMatch(id -> text.contains(id.toString()))) {
            send(exchange, 500, "text/plain", "out of order");
        } else if (path.equals("/content/internal/revisions/pin")) {
            json(exchange, Map.of("revisions", revisions(body)));
        } else if (path.equals("/assessment/internal/quizzes/pin")) {
            json(exchange, Map.of("revisions", quizRevisions(body)));
        } else if (path.matches("/enrollment/internal/runs/[^/]+/capacity")) {
            capacity(exchange, UUID.fromString(path.split("/")[4]), body);
        } else if (path.startsWith("/user/internal/profiles/")) {
            profile(exchange, UUID.fromString(path.split("/")[4]));
        } else {
            problem(exchange, 404, "NOT_FOUND");
        }
    }

    private static List<Map<String, Object>> revisions(JsonNode body) {
        var revisions = new ArrayList<Map<String, Object>>();
        for (var node : body.get("lessonIds")) {
            var lesson = UUID.fromString(node.asString());
            if (UNHEARD.contains(lesson)) {
                continue;
            }
            var shown = SHOWN.get(lesson);
            revisions.add(
                    Map.of(
                            "lessonId",
                            lesson,
                            "revisionId",
                            revisionOf(lesson),
                            "empty",
                            EMPTY.contains(lesson),
                            "assets",
                            shown == null ? List.of() : List.of(shown)));
        }
        return revisions;
    }

    private static List<Map<String, Object>> quizRevisions(JsonNode body) {
        var revisions = new ArrayList<Map<String, Object>>();
        for (var node : body.get("quizIds")) {
            var quiz = UUID.fromString(node.asString());
            var reason = Map.of("code", "POOL_TOO_SMALL", "detail", "Too few.");
            revisions.add(
                    Map.of(
                            "quizId",
                            quiz,
                            "revisionId",
                            revisionOf(quiz),
                            "ready",
                            !EMPTY.contains(quiz),
                            "reasons",
                            EMPTY.contains(quiz) ? List.of(reason) : List.of()));
        }
        return revisions;
    }

    private static void capacity(HttpExchange exchange, UUID run, JsonNode body)
            throws IOException {
        var wanted = body.path("capacity");
        if (wanted.isNumber() && wanted.asInt() < SEATS_TAKEN.getOrDefault(run, 0)) {
            problem(exchange, 409, "CAPACITY_BELOW_TAKEN");
        } else {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        }
    }

    private static void profile(HttpExchange exchange, UUID user) throws IOException {
        var name = NAMES.get(user);
        if (name == null) {
            problem(exchange, 404, "NOT_FOUND");
        } else {
            json(exchange, Map.of("displayName", name, "addedLater", true));
        }
    }

    private static void json(HttpExchange exchange, Object answer) throws IOException {
        send(exchange, 200, "application/json", JSON.writeValueAsString(answer));
    }

    private static void problem(HttpExchange exchange, int status, String code) throws IOException {
        send(
                exchange,
                status,
                "application/problem+json",
                JSON.writeValueAsString(Map.of("status", status, "code", code, "detail", "No.")));
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
