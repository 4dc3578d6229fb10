package dev.lectern.acceptance.platform;

import dev.lectern.client.Client;
import dev.lectern.events.Platform.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The token of a program: of one service that calls another, or of whoever runs the platform.
public record ServiceToken(Platform platform) {

    /// For the service that is called. Where nobody may call it, one for another service.
    public String forCalling(String service) {
        var services = dev.lectern.events.Platform.load().services();
        var caller = callerOf(service, services);
        var callee = caller.calls().contains(service) ? service : caller.calls().getFirst();
        return token(caller.name(), caller.name() + "-client", callee);
    }

    /// For the operator, who may speak to each service.
    public String forOperating(String service) {
        return token("lectern-operator", "operator-client", service);
    }

    private String token(String client, String secretFile, String audience) {
        var auth = dev.lectern.events.Platform.load().service("auth");
        var credentials = client + ":" + secret(secretFile);
        var answer =
                new Client(
                                platform.service(auth.port()).toString(),
                                Map.of("Content-Type", "application/x-www-form-urlencoded"))
                        .with(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        credentials.getBytes(
                                                                StandardCharsets.UTF_8)))
                        .post(
                                "/oauth2/token",
                                "grant_type=client_credentials&scope=aud%3A" + audience);
        if (answer.status() != 200) {
            throw new AssertionError(client + " gets no token: " + answer.body());
        }
        return answer.text("access_token");
    }

    private static Service callerOf(String service, List<Service> services) {
        return services.stream()
                .filter(one -> one.calls().contains(service))
                .findFirst()
                .orElseGet(() ->
                        services.stream()
                                .filter(one -> !one.calls().isEmpty())
                                .findFirst()
                                .orElseThrow());
    }

    private String secret(String file) {
        try {
            return Files.readString(platform.home().resolve("secrets").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
