package dev.lectern.course.authoring.integration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/// Enrollment, as it is asked over REST.
@HttpExchange("/internal")
interface EnrollmentApi {

    record CapacityRequest(UUID courseId, @Nullable Integer capacity) {}

    @PutExchange("/runs/{runId}/capacity")
    void setCapacity(@PathVariable UUID runId, @RequestBody CapacityRequest request);
}
