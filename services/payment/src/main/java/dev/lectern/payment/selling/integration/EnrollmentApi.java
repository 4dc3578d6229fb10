package dev.lectern.payment.selling.integration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.PutExchange;

/// What enrollment lets those do that sell its seats.
interface EnrollmentApi {

    record HoldRequest(UUID runId, UUID learnerId) {}

    record SuspensionRequest(@Nullable Integer maxPercent) {}

    @PutExchange("/internal/seat-holds/{orderId}")
    void hold(@PathVariable UUID orderId, @RequestBody HoldRequest request);

    @DeleteExchange("/internal/seat-holds/{orderId}")
    void release(@PathVariable UUID orderId);

    @PutExchange("/internal/order-access/{orderId}/suspension")
    void suspend(@PathVariable UUID orderId, @RequestBody SuspensionRequest request);
}
