package dev.lectern.launcher.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of a log, for people.
///
/// @param at when it was written; of a line without a time, the time of the one before it
record LogLine(Instant at, String text) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    /// Reads a line as services write it; anything else is shown as it is.
    static LogLine of(String raw, Instant before) {
        try {
            JsonNode json = JsonMapper.shared().readTree(raw);
            Instant at = Instant.parse(json.path("@timestamp").asString());
            return new LogLine(at, readable(at, json));
        } catch (JacksonException | DateTimeParseException notOurs) {
            return new LogLine(before, raw);
        }
    }

    private static String readable(Instant at, JsonNode json) {
        String trace = json.path("traceId").asString("");
        String error = json.path("error").path("stack_trace").asString("").stripTrailing();
        String line =
                "%s %-5s %-12s %s  %s%s"
                        .formatted(
                                TIME.format(at),
                                json.path("log").path("level").asString(""),
                                json.path("service").path("name").asString(""),
                                shortened(json.path("log").path("logger").asString("")),
                                json.path("message").asString(""),
                                trace.isEmpty() ? "" : "  trace=" + trace);
        return error.isEmpty() ? line : line + "\n" + error;
    }

    private static String shortened(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
