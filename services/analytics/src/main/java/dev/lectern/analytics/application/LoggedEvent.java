package dev.lectern.analytics.application;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// An event as the log has it: nobody in it but pseudonyms.
record LoggedEvent(UUID id, String type, Instant occurredAt, JsonNode data) {

    static final String BY_AUTHOR = "byAuthor";

    /// Whether it was an author of the course who did it.
    boolean isByAuthor() {
        return data.path(BY_AUTHOR).asBoolean(false);
    }

    UUID uuid(String field) {
        return UUID.fromString(data.path(field).asString());
    }

    int number(String field) {
        return data.path(field).asInt();
    }

    /// The time the fact itself names, so that one told again later is no later.
    Instant at(String field) {
        var said = data.path(field);
        return said.isString() ? Instant.parse(said.asString()) : occurredAt;
    }
}
