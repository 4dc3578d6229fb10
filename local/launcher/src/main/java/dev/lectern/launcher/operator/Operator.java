package dev.lectern.launcher.operator;

import dev.lectern.launcher.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls services as the operator: with the operator's client, and for each service a token that is
/// good for that one alone.
public final class Operator implements AutoCloseable {

    private static final String CLIENT = "lectern-operator";
    private static final String AUTH = "auth";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Function<String, URI> addressOf;
    private final String secret;

    /// @param addressOf where a service listens
    public Operator(Function<String, URI> addressOf, String secret) {
        this.addressOf = addressOf;
        this.secret = secret;
    }

    public JsonNode get(String service, String path) {
        return call(service, path, HttpRequest.newBuilder().GET());
    }

    public JsonNode post(String service, String path, Map<String, ?> body) {
        return call(
                service,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body))));
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode call(String service, String path, HttpRequest.Builder request) {
        request.header("Authorization", "Bearer " + tokenFor(service));
        var response = send(service, path, request);
        if (response.statusCode() >= 400) {
            throw new Failure(service + " refuses: " + reasonIn(response));
        }
        return read(response);
    }

    private String tokenFor(String service) {
        var credentials =
                Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var response =
                send(
                        AUTH,
                        "/oauth2/token",
                        HttpRequest.newBuilder()
                                .header("Authorization", "Basic " + credentials)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "grant_type=client_credentials&scope=aud%3A"
                                                        + service)));
        if (response.statusCode() != 200) {
            throw new Failure("auth gives the operator no token: " + reasonIn(response));
        }
        return read(response).path("access_token").asString();
    }

    private HttpResponse<String> send(String service, String path, HttpRequest.Builder request) {
        try {
            return http.send(
                    request.uri(addressOf.apply(service).resolve(path)).timeout(PATIENCE).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Failure(service + " does not answer, and this needs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    /// A problem says it in `detail`, the OpenID endpoints in `error`.
    private static String reasonIn(HttpResponse<String> response) {
        var body = read(response);
        String detail = body.path("detail").asString(body.path("error").asString(""));
        String faults =
                body.path("errors")
                        .valueStream()
                        .map(fault ->
                                " %s: %s"
                                        .formatted(
                                                fault.path("pointer").asString(""),
                                                fault.path("detail").asString("")))
                        .collect(Collectors.joining());
        return detail.isEmpty() ? "status " + response.statusCode() : detail + faults;
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return JsonMapper.shared().readTree(response.body());
        } catch (JacksonException notJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
