package dev.lectern.common.event;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/// `POST /actuator/resync/{producer}` asks that producer for its current state.
@Endpoint(id = "resync")
final class ResyncEndpoint {

    private final Resync resync;

    ResyncEndpoint(Resync resync) {
        this.resync = resync;
    }

    @WriteOperation
    Map<String, String> request(@Selector String producer) {
        resync.request(producer);
        return Map.of("requested", producer);
    }
}
