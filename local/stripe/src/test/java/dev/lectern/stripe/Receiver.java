package dev.lectern.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/// Takes webhooks and writes down what came.
final class Receiver implements AutoCloseable {

    record Came(String payload, String signature) {

        Event verified() {
            try {
                return Webhook.constructEvent(payload, signature, Shop.SECRET);
            } catch (SignatureVerificationException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final HttpServer server;
    private final List<Came> came = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile int refusals;
    private volatile String hanging = "nothing at all";

    Receiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/hook", this::take);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/hook");
    }

    /// Answers the next ones with an error.
    void refuse(int times) {
        refusals = times;
    }

    /// Does not answer what holds this text.
    void hangOn(String text) {
        hanging = text;
    }

    List<Came> await(int number) {
        Awaitility.await().until(() -> came.size() >= number);
        return List.copyOf(came);
    }

    List<String> awaitTypes(int number) {
        return await(number).stream().map(one -> one.verified().getType()).toList();
    }

    void forget() {
        came.clear();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String payload = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (payload.contains(hanging)) {
                end.await();
            }
            came.add(new Came(payload, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
            exchange.sendResponseHeaders(refusals > 0 ? 500 : 200, -1);
            refusals = Math.max(0, refusals - 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
