package dev.lectern.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands where user stands, notes what it is asked and can be away.
final class FakeUserService {

    record Asked(String path, String token, String body) {}

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    private FakeUserService(HttpServer server) {
        this.server = server;
    }

    static FakeUserService start() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var user = new FakeUserService(server);
            server.createContext("/", user::handle);
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
            return user;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    List<Asked> askedAbout(String text) {
        return asked.stream().filter(request -> request.body().contains(text)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(new Asked(exchange.getRequestURI().getPath(), String.valueOf(token), body));
        exchange.sendResponseHeaders(away ? 503 : 204, -1);
        exchange.close();
    }
}
