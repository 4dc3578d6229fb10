package dev.lectern.stripe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Posts a webhook once and waits for its answer, but not for long.
final class Sender implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(LIMIT)
                    .build();

    /// Whether the receiver took it.
    boolean send(URI receiver, String payload, String signature) {
        var request =
                HttpRequest.newBuilder(receiver)
                        .timeout(LIMIT)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Stripe-Signature", signature)
                        .POST(HttpRequest.BodyPublishers.ofString(payload))
                        .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException nobodyAnswers) {
            return false;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
