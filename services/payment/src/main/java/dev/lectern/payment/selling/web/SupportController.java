package dev.lectern.payment.selling.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.StepUp;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.payment.selling.application.RefundView;
import dev.lectern.payment.selling.application.Refunding;
import dev.lectern.payment.selling.application.RequestingRefunds;
import dev.lectern.payment.selling.application.RequestingRefunds.GrantRefund;
import dev.lectern.payment.selling.application.SupportOrderView;
import dev.lectern.payment.selling.application.SupportViews;
import dev.lectern.payment.selling.application.SupportViews.Search;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.RefundId;
import dev.lectern.payment.selling.domain.RefundReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Everybody's orders, for the staff that looks after buyers.
@RestController
@RequestMapping("/api/v1/admin/orders")
class SupportController {

    private final RequestingRefunds requesting;
    private final Refunding refunding;
    private final SupportViews views;
    private final Idempotency idempotency;

    SupportController(
            RequestingRefunds requesting,
            Refunding refunding,
            SupportViews views,
            Idempotency idempotency) {
        this.requesting = requesting;
        this.refunding = refunding;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// @param itemIds what is given back; all items of the order, or left out for them
    /// @param amount how much, in minor units of the currency that was paid; left out for all that
    ///   is left
    /// @param reason why; NOT_FULFILLED is what the platform says itself
    /// @param note why it is granted, for the record, up to 2000 characters
    /// @param override whether to give back what the rule would not; left out for no
    record GrantRequest(
            @Nullable @Size(max = 1) List<@NotNull UUID> itemIds,
            @Nullable @Positive Long amount,
            @NotNull RefundReason reason,
            @NotBlank @Size(max = 2000) String note,
            @Nullable Boolean override) {}

    /// Lists everybody's orders, newest first. 403 `FORBIDDEN` without the role `support` or
    /// `admin`.
    ///
    /// @param number only the order of this number, as on its receipt
    /// @param learnerId only the orders of this learner
    @GetMapping
    Page<SupportOrderView> searchOrders(
            @RequestParam Optional<@Size(max = 40) String> number,
            @RequestParam Optional<UUID> learnerId,
            PageQuery page,
            Caller caller) {
        return views.found(new Search(number, learnerId), page, caller);
    }

    /// Shows an order. 403 `FORBIDDEN` without the role `support` or `admin`; 404 for an unknown
    /// one.
    @GetMapping("/{id}")
    SupportOrderView getOrderForSupport(@PathVariable UUID id, Caller caller) {
        return views.one(id, caller);
    }

    /// Gives money of an order back. Less than what is left of it is a gift: nothing but money
    /// changes, whatever the time and whatever was learned, and more may follow. All that is left,
    /// with or without its `amount`, ends access. Then, with `override`, neither time nor what was
    /// learned matters, and money that is not the amount of its order goes back too; without it the
    /// rule for learners holds. 403 `FORBIDDEN` without the role `support` or `admin`; 409
    /// `ALREADY_REFUNDED`, `REFUND_IN_PROGRESS`, `ORDER_CLOSED` or `ORDER_IN_PROGRESS`; 422
    /// `OVER_CAPTURED` with `refundable`, the most that can go back, or `REFUND_NOT_ELIGIBLE` with
    /// `reasons`; 404 for an unknown order.
    @StepUp
    @PostMapping("/{id}/refunds")
    ResponseEntity<RefundView> grantRefund(
            @PathVariable UUID id,
            @Valid @RequestBody GrantRequest request,
            Caller caller,
            IdempotencyKey key) {
        AllItems.require(request.itemIds(), views.one(id, caller).order());
        if (request.reason() == RefundReason.NOT_FULFILLED) {
            throw GenericRefusal.invalid("/reason", "This reason is the platform's own.");
        }
        var command =
                new GrantRefund(
                        new OrderId(id),
                        request.amount(),
                        request.reason(),
                        request.note(),
                        Boolean.TRUE.equals(request.override()));
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "grant-refund " + id, request),
                        () -> requesting.bySupport(command, caller));
        refunding.decide(new RefundId(outcome.id()));
        return Created.at(
                "/api/v1/admin/orders/" + id + "/refunds/{id}",
                outcome,
                views.refund(id, outcome.id(), caller));
    }

    /// Shows how far a refund is. 403 `FORBIDDEN` without the role `support` or `admin`; 404 for an
    /// unknown one.
    ///
    /// @param id the order
    @GetMapping("/{id}/refunds/{refundId}")
    RefundView getRefundForSupport(
            @PathVariable UUID id, @PathVariable UUID refundId, Caller caller) {
        return views.refund(id, refundId, caller);
    }
}
