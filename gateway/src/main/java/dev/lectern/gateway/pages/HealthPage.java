package dev.lectern.gateway.pages;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says whether the gateway takes requests, and nothing else. Neighbours are left out: without
/// Redis bearer clients are still served.
@RestController
final class HealthPage {

    record HealthResponse(String status) {}

    private final ApplicationAvailability availability;

    HealthPage(ApplicationAvailability availability) {
        this.availability = availability;
    }

    @GetMapping("/health")
    ResponseEntity<HealthResponse> health() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                ? ResponseEntity.ok(new HealthResponse("UP"))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(new HealthResponse("OUT_OF_SERVICE"));
    }
}
