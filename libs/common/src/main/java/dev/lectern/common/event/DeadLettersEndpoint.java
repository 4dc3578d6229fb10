package dev.lectern.common.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/// `GET /actuator/deadletters` lists them, `POST` replays one or all.
@Endpoint(id = "deadletters")
final class DeadLettersEndpoint {

    private final DeadLetters deadLetters;

    DeadLettersEndpoint(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @ReadOperation
    List<DeadLetters.DeadLetter> list() {
        return deadLetters.list();
    }

    @WriteOperation
    Map<String, Integer> replay(@Nullable String eventId) {
        return Map.of("replayed", deadLetters.replay(eventId));
    }
}
