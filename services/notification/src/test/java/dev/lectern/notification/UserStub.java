package dev.lectern.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/// Answers as the user service does, for those who show a token. Everybody has a name unless told
/// otherwise.
final class UserStub {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/internal/profiles/";

    private final Map<UUID, Map<String, String>> people = new ConcurrentHashMap<>();
    private final Map<UUID, Deque<Integer>> failures = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final HttpServer server;

    UserStub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, this::answer);
        server.setExecutor(task -> Thread.ofPlatform().daemon().name("user-stub").start(task));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void know(UUID user, String name, String address, String locale) {
        people.put(user, Map.of("displayName", name, "email", address, "locale", locale));
    }

    /// Answers the next questions about somebody with these statuses, one each.
    void failFor(UUID user, Integer... statuses) {
        failures.computeIfAbsent(user, id -> new ArrayDeque<>()).addAll(List.of(statuses));
    }

    int timesAsked(UUID user) {
        return asked.getOrDefault(user, new AtomicInteger()).get();
    }

    /// The address of everybody nobody said anything of.
    static String addressOf(UUID user) {
        return user + "@example.org";
    }

    private void answer(HttpExchange exchange) throws IOException {
        var user = UUID.fromString(exchange.getRequestURI().getPath().substring(PATH.length()));
        asked.computeIfAbsent(user, id -> new AtomicInteger()).incrementAndGet();
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        var failure = failures.getOrDefault(user, new ArrayDeque<>()).poll();
        if (bearer == null || !bearer.startsWith("Bearer ")) {
            send(exchange, 401, Map.of("code", "UNAUTHENTICATED"));
        } else if (failure != null) {
            send(exchange, failure, Map.of("code", failure == 404 ? "NOT_FOUND" : "UNAVAILABLE"));
        } else {
            send(
                    exchange,
                    200,
                    people.getOrDefault(
                            user,
                            Map.of(
                                    "userId", user.toString(),
                                    "displayName", "Ida Berg",
                                    "email", addressOf(user),
                                    "locale", "en",
                                    "timeZone", "Pacific/Auckland")));
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, ?> body)
            throws IOException {
        var bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set(
                        "Content-Type",
                        status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
