package dev.lectern.review;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/// Answers as the user service does. Everybody is called Ida Berg unless told otherwise.
public final class UserStub {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/internal/profiles/";

    private final Map<UUID, String> names = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();
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

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void name(UUID user, String name) {
        names.put(user, name);
    }

    /// Does not answer about somebody until it is back.
    public void away(UUID user) {
        failing.add(user);
    }

    public void back(UUID user) {
        failing.remove(user);
    }

    public int timesAsked(UUID user) {
        return asked.getOrDefault(user, new AtomicInteger()).get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var user = UUID.fromString(exchange.getRequestURI().getPath().substring(PATH.length()));
        asked.computeIfAbsent(user, id -> new AtomicInteger()).incrementAndGet();
        if (failing.contains(user)) {
            send(exchange, 503, Map.of("code", "UNAVAILABLE"));
        } else {
            send(
                    exchange,
                    200,
                    Map.of(
                            "userId",
                            user,
                            "displayName",
                            names.getOrDefault(user, "Ida Berg"),
                            "email",
                            "ida@example.org",
                            "locale",
                            "de",
                            "timeZone",
                            "UTC"));
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, ?> body)
            throws IOException {
        var bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
