package dev.lectern.launcher.operator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks after what travels between services.
public record Messages(Operator operator) {

    /// What waits beside the queues of a service.
    public List<DeadLetter> deadLettersOf(String service) {
        return operator.get(service, "/actuator/deadletters")
                .valueStream()
                .map(DeadLetter::of)
                .toList();
    }

    /// Puts dead letters back into their queue, one or all, and returns how many.
    public int replay(String service, Optional<String> eventId) {
        Map<String, String> body = eventId.map(id -> Map.of("eventId", id)).orElse(Map.of());
        return operator.post(service, "/actuator/deadletters", body).path("replayed").asInt();
    }

    /// Has a consumer ask a producer for its current state.
    public void resync(String consumer, String producer) {
        operator.post(consumer, "/actuator/resync/" + producer, Map.of());
    }
}
