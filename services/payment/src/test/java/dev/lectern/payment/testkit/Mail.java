package dev.lectern.payment.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The way of Stripe's notices to the service under test. It can lose them, and it keeps them all,
/// so that they can be delivered again.
public final class Mail {

    private static final String PATH = "/api/v1/payments/webhooks/stripe";

    /// As it was sent.
    public record Letter(String body, String signature) {}

    private final HttpServer server;
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private volatile int port;
    private volatile boolean lost;

    Mail() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::take);
            server.setExecutor(task -> Thread.ofPlatform().daemon().name("mail").start(task));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// From now on to the service on this port, and all of it.
    public void to(int service) {
        port = service;
        lost = false;
    }

    /// From now on nothing arrives, and its sender believes it has.
    public void loseAll() {
        lost = true;
    }

    /// Everything about this order so far, in the order it was sent.
    public List<Letter> about(String order) {
        return letters.stream().filter(letter -> letter.body().contains(order)).toList();
    }

    /// Delivers by hand.
    public Answer deliver(String body, String signature) {
        return new Client(port).with("Stripe-Signature", signature).post(PATH, body);
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
        letters.add(new Letter(body, signature));
        var status = lost ? 200 : deliver(body, signature).status();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
