package dev.lectern.payment.selling.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.payment.selling.application.OrderViews;
import dev.lectern.payment.selling.application.RefundView;
import dev.lectern.payment.selling.application.Refunding;
import dev.lectern.payment.selling.application.RequestingRefunds;
import dev.lectern.payment.selling.application.RequestingRefunds.RequestRefund;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.RefundId;
import dev.lectern.payment.selling.domain.RefundReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Money back for what the caller has bought.
@RestController
@RequestMapping("/api/v1/orders/{id}/refunds")
class RefundController {

    private final RequestingRefunds requesting;
    private final Refunding refunding;
    private final OrderViews views;
    private final Idempotency idempotency;

    RefundController(
            RequestingRefunds requesting,
            Refunding refunding,
            OrderViews views,
            Idempotency idempotency) {
        this.requesting = requesting;
        this.refunding = refunding;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// @param itemIds what is given back; all items of the order, or left out for them
    /// @param reason why; NOT_FULFILLED is not for learners
    /// @param note what else there is to say, up to 2000 characters
    record RefundRequest(
            @Nullable @Size(max = 1) List<@NotNull UUID> itemIds,
            @NotNull RefundReason reason,
            @Nullable @Size(max = 2000) String note) {}

    /// Gives back what is left of the money of an order, by rule: within 30 days after it was paid,
    /// and while no more than 30 % of the course are done. Access ends at once. 409
    /// `ALREADY_REFUNDED`, `REFUND_IN_PROGRESS`, `ORDER_CLOSED` or `ORDER_IN_PROGRESS`; 422
    /// `REFUND_NOT_ELIGIBLE` with `reasons` WINDOW_PASSED, CONSUMED or ENDED; 404 for anybody
    /// else's.
    @PostMapping
    ResponseEntity<RefundView> refundOrder(
            @PathVariable UUID id,
            @Valid @RequestBody RefundRequest request,
            Caller caller,
            IdempotencyKey key) {
        if (request.reason() == RefundReason.NOT_FULFILLED) {
            throw GenericRefusal.invalid("/reason", "This reason is not for learners.");
        }
        AllItems.require(request.itemIds(), views.one(id, caller));
        var command = new RequestRefund(new OrderId(id), request.reason(), request.note());
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "refund-order " + id, request),
                        () -> requesting.onDemand(command, caller));
        refunding.decide(new RefundId(outcome.id()));
        return Created.at(
                "/api/v1/orders/" + id + "/refunds/{id}",
                outcome,
                views.refund(id, outcome.id(), caller));
    }

    /// Shows how far a refund is. 404 for anybody else's.
    ///
    /// @param id the order
    @GetMapping("/{refundId}")
    RefundView getRefund(@PathVariable UUID id, @PathVariable UUID refundId, Caller caller) {
        return views.refund(id, refundId, caller);
    }
}
