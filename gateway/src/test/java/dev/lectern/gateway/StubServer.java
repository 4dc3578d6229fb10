package dev.lectern.gateway;

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
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A real HTTP server that stands for a service: it keeps what it received and answers 200 unless
/// told otherwise.
class StubServer {

    /// What reached the service.
    record Received(String method, String uri, Map<String, List<String>> headers, String body) {

        List<String> header(String name) {
            return headers.getOrDefault(name, List.of());
        }
    }

    /// How the service answers one path.
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final String name;
    private final int port;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    StubServer(String name) {
        this.name = name;
        this.server = listening(0);
        this.port = server.getAddress().getPort();
    }

    private HttpServer listening(int port) {
        try {
            HttpServer listening =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            listening.createContext("/", this::handle);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Received request =
                    new Received(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            headers,
                            body);
            received.add(request);
            Answer answer = answers.get(exchange.getRequestURI().getPath());
            if (answer == null) {
                otherwise(exchange, request);
            } else {
                answer.to(exchange);
            }
        }
    }

    void otherwise(HttpExchange exchange, Received request) throws IOException {
        respond(exchange, 200, "application/json", "{\"service\":\"%s\"}".formatted(name));
    }

    static void respond(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    String name() {
        return name;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    void answers(String path, Answer answer) {
        answers.put(path, answer);
    }

    void goesAway() {
        server.stop(0);
    }

    void comesBack() {
        server = listening(port);
    }

    List<Received> received() {
        return received;
    }

    Received last() {
        return received.getLast();
    }

    void forget() {
        received.clear();
    }
}
