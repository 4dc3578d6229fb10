package dev.lectern.analytics.web;

import dev.lectern.analytics.application.RebuildView;
import dev.lectern.analytics.application.Rebuilding;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/// `POST /actuator/rebuild` makes the tables again from the lake, `GET` tells how it went. It is
/// for whoever runs the platform: no role of its users is asked here.
@Component
@Endpoint(id = "rebuild")
class RebuildEndpoint {

    private final Rebuilding rebuilding;

    RebuildEndpoint(Rebuilding rebuilding) {
        this.rebuilding = rebuilding;
    }

    @WriteOperation
    Map<String, Boolean> request() {
        return Map.of("requested", rebuilding.request());
    }

    @ReadOperation
    List<RebuildView> latest() {
        return rebuilding.latest();
    }
}
