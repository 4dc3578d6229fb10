package dev.lectern.analytics.application;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// An event as a line of the lake.
///
/// @param position in the log
/// @param data with pseudonyms for people, as the log has it
record LakeLine(
        long position,
        UUID id,
        String type,
        Instant occurredAt,
        Instant receivedAt,
        JsonNode data) {

    LoggedEvent event() {
        return new LoggedEvent(id, type, occurredAt, data);
    }
}
