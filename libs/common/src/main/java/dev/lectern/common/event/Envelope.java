package dev.lectern.common.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A CloudEvents 1.0 event in structured JSON. The same text is the outbox row, the message, the
/// dead letter and the committed sample.
///
/// @param subject the aggregate the fact is about
/// @param sequence drawn by the producer's database, zero-padded so that it orders as text; within
///   one subject the higher one is the newer
public record Envelope(
        String specversion,
        UUID id,
        String type,
        String source,
        UUID subject,
        Instant time,
        String datacontenttype,
        String dataschema,
        String sequence,
        @Nullable String traceparent,
        JsonNode data) {

    static final String CONTENT_TYPE = "application/cloudevents+json";

    static Envelope of(
            UUID id,
            String type,
            UUID subject,
            Instant time,
            long sequence,
            @Nullable String traceparent,
            JsonNode data) {
        return new Envelope(
                "1.0",
                id,
                type,
                "lectern/" + type.substring(0, type.indexOf('.')),
                subject,
                time,
                "application/json",
                "/docs/events/" + type + ".json",
                "%019d".formatted(sequence),
                traceparent,
                data);
    }

    /// The position of this event among those of its producer.
    public long order() {
        return Long.parseLong(sequence);
    }
}
