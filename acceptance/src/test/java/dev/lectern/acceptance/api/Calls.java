package dev.lectern.acceptance.api;

import dev.lectern.acceptance.api.Requests.Request;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.util.UUID;

/// Sends a request where it belongs: through the gateway, or straight to the service for what is
/// internal or comes from another service.
public record Calls(Platform platform) {

    public Answer send(Operation operation, Request request, Client client, boolean direct) {
        var at = operation.isInternal() || direct ? to(operation.service(), client) : client;
        if (operation.needsKey()) {
            at = at.withKey(UUID.randomUUID().toString());
        }
        if (request.ifMatch() != null) {
            at = at.with("If-Match", request.ifMatch());
        } else if (operation.needsVersion()) {
            at = at.with("If-Match", "\"0\"");
        }
        return at.withType(request.type()).send(request.method(), request.path(), request.body());
    }

    private Client to(String service, Client client) {
        var port =
                dev.lectern.events.Platform.load().services().stream()
                        .filter(one -> one.name().equals(service))
                        .findFirst()
                        .orElseThrow()
                        .port();
        return new Client(platform.service(port).toString(), client.headers());
    }
}
