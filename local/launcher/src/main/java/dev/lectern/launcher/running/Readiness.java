package dev.lectern.launcher.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks services whether they take requests.
public final class Readiness implements AutoCloseable {

    /// What a service is that takes requests.
    public static final String READY = "ready";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /// What the service says of itself: [#READY], `not ready`, or `down` when it says nothing.
    public String of(URI service) {
        var request =
                HttpRequest.newBuilder(service.resolve("/actuator/health/readiness"))
                        .timeout(PATIENCE)
                        .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status == 200 ? READY : "not ready";
        } catch (IOException e) {
            return "down";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }

    public boolean isReady(URI service) {
        return of(service).equals(READY);
    }

    @Override
    public void close() {
        http.close();
    }
}
