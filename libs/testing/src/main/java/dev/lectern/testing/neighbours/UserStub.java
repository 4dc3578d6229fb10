package dev.lectern.testing.neighbours;

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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/// Answers as the user service does, for services that show a token. Everybody is called Ida Berg,
/// reads English and lives in UTC unless told otherwise.
public final class UserStub {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/internal/profiles/";

    private final Map<UUID, Profile> people = new ConcurrentHashMap<>();
    private final Map<UUID, Deque<Integer>> failures = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Set<UUID> away = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    private record Profile(
            UUID userId, String displayName, String email, String locale, String timeZone) {

        static Profile of(UUID user) {
            return new Profile(user, "Ida Berg", addressOf(user), "en", "UTC");
        }
    }

    public UserStub() {
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

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void name(UUID user, String name) {
        var now = profile(user);
        people.put(user, new Profile(user, name, now.email(), now.locale(), now.timeZone()));
    }

    public void home(UUID user, String zone) {
        var now = profile(user);
        people.put(user, new Profile(user, now.displayName(), now.email(), now.locale(), zone));
    }

    /// Where and in which language somebody is written to.
    public void know(UUID user, String name, String address, String locale) {
        people.put(user, new Profile(user, name, address, locale, profile(user).timeZone()));
    }

    /// Does not answer about somebody until it is back.
    public void away(UUID user) {
        away.add(user);
    }

    public void back(UUID user) {
        away.remove(user);
    }

    /// Answers the next questions about somebody with these statuses, one each.
    public void failFor(UUID user, Integer... statuses) {
        failures.computeIfAbsent(user, id -> new ArrayDeque<>()).addAll(List.of(statuses));
    }

    public int timesAsked(UUID user) {
        return asked.getOrDefault(user, new AtomicInteger()).get();
    }

    /// The address of everybody nobody said anything of.
    public static String addressOf(UUID user) {
        return user + "@example.org";
    }

    private Profile profile(UUID user) {
        return people.getOrDefault(user, Profile.of(user));
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
        } else if (away.contains(user)) {
            send(exchange, 503, Map.of("code", "UNAVAILABLE"));
        } else {
            send(exchange, 200, profile(user));
        }
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
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
