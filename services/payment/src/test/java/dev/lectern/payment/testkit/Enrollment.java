package dev.lectern.payment.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Enrollment as far as payment asks it: real HTTP on a free port. What it answers depends on the
/// ids in the question, so that tests do not disturb each other.
public final class Enrollment {

    private record Refusal(int status, String code) {}

    private final HttpServer server;
    private final Map<UUID, Refusal> refusals = new ConcurrentHashMap<>();
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    Enrollment() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.setExecutor(task -> Thread.ofPlatform().daemon().name("enrollment").start(task));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// Whatever is asked about this run or order is refused.
    public void refuse(UUID id, int status, String code) {
        refusals.put(id, new Refusal(status, code));
    }

    public void allow(UUID id) {
        refusals.remove(id);
    }

    /// What was asked about this order: method and path without ids.
    public List<String> callsAbout(UUID order) {
        return calls.stream()
                .filter(call -> call.contains(order.toString()))
                .map(call -> call.replace("/" + order, ""))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(exchange.getRequestMethod() + " " + path);
        var refusal =
                refusals.entrySet().stream()
                        .filter(entry -> (path + body).contains(entry.getKey().toString()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        if (refusal.isEmpty()) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            var problem =
                    "{\"code\": \"%s\", \"detail\": \"No.\"}"
                            .formatted(refusal.get().code())
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(refusal.get().status(), problem.length);
            exchange.getResponseBody().write(problem);
        }
        exchange.close();
    }
}
