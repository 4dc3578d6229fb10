package dev.lectern.launcher.operator;

import tools.jackson.databind.JsonNode;

/// A message that a service could not handle.
public record DeadLetter(String queue, String eventId, String failedAt, String reason) {

    static DeadLetter of(JsonNode json) {
        return new DeadLetter(
                json.path("queue").asString(""),
                json.path("eventId").asString(""),
                json.path("failedAt").asString(""),
                json.path("reason").asString(""));
    }
}
