package dev.lectern.acceptance.rights;

import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Client;
import dev.lectern.events.Platform.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The token one service shows to another.
record ServiceToken(Platform platform) {

    /// For the service that is called. Where nobody may call it, one for another service.
    String forCalling(String service) {
        var services = dev.lectern.events.Platform.load().services();
        var caller = callerOf(service, services);
        var callee = caller.calls().contains(service) ? service : caller.calls().getFirst();
        var auth =
                services.stream()
                        .filter(one -> one.name().equals("auth"))
                        .findFirst()
                        .orElseThrow();
        var credentials = caller.name() + ":" + secretOf(caller);
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
                                "grant_type=client_credentials&scope=aud%3A" + callee);
        if (answer.status() != 200) {
            throw new AssertionError(caller.name() + " gets no token: " + answer.body());
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

    private String secretOf(Service caller) {
        try {
            return Files.readString(
                    platform.home().resolve("secrets").resolve(caller.name() + "-client"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
