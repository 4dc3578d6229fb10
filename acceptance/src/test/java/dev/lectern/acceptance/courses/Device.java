package dev.lectern.acceptance.courses;

import dev.lectern.acceptance.people.Person;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// A device somebody learns on: it numbers what it reports.
public final class Device {

    private final UUID id = UUID.randomUUID();
    private final AtomicLong sequence = new AtomicLong();
    private final Supplier<Client> api;

    public Device(Person learner) {
        this(learner::api);
    }

    /// One that reports another way, each time with a token of then.
    public Device(Supplier<Client> api) {
        this.api = api;
    }

    public Answer opens(UUID lesson) {
        return reports(fact("OPENED", lesson, Instant.now()));
    }

    public Answer completes(UUID lesson) {
        return reports(fact("COMPLETED", lesson, Instant.now()));
    }

    /// Reports that this much of a video was watched between these moments.
    public Answer watches(UUID lesson, int fromSeconds, int toSeconds, Instant start, Instant end) {
        return reports(
                """
                {"sequence": %d, "type": "WATCHED", "lessonId": "%s", "fromSeconds": %d,
                 "toSeconds": %d, "startedAt": "%s", "endedAt": "%s"}
                """
                        .formatted(
                                sequence.incrementAndGet(),
                                lesson,
                                fromSeconds,
                                toSeconds,
                                start.truncatedTo(ChronoUnit.MICROS),
                                end.truncatedTo(ChronoUnit.MICROS)));
    }

    /// A fact that ends at this moment, as it goes over the wire.
    public String fact(String type, UUID lesson, Instant end) {
        var at = end.truncatedTo(ChronoUnit.MICROS);
        return """
        {"sequence": %d, "type": "%s", "lessonId": "%s", "startedAt": "%s", "endedAt": "%s"}
        """
                .formatted(sequence.incrementAndGet(), type, lesson, at, at);
    }

    /// Sends these facts in one batch.
    public Answer reports(String... facts) {
        return api.get()
                .post(
                        "/api/v1/progress/facts",
                        "{\"clientId\": \"%s\", \"facts\": [%s]}"
                                .formatted(id, String.join(",", facts)));
    }
}
