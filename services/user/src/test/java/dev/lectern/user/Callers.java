package dev.lectern.user;

import dev.lectern.client.Client;
import dev.lectern.testing.identity.TestIdentity;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// Those who call the service under test.
public record Callers(int port) {

    private static final JsonMapper JSON = new JsonMapper();

    public Client person(UUID id, String... roles) {
        return new Client(port).as(TestIdentity.tokenOf(id, roles));
    }

    /// Somebody who has just proven again who they are.
    public Client steppedUp(UUID id, String... roles) {
        return person(id, roles).with("Step-Up", TestIdentity.stepUpOf(id));
    }

    public Client service() {
        return new Client(port).as(TestIdentity.serviceTokenFor("user"));
    }

    public static String json(Map<String, ?> fields) {
        return JSON.writeValueAsString(fields);
    }

    /// A key nobody has used.
    public static String newKey() {
        return UUID.randomUUID().toString();
    }
}
