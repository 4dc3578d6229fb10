package dev.lectern.payment.selling.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Answered;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.payment.selling.application.CheckingOut;
import dev.lectern.payment.selling.application.CheckoutView;
import dev.lectern.payment.selling.application.OrderView;
import dev.lectern.payment.selling.application.OrderViews;
import dev.lectern.payment.selling.application.PlacingOrders;
import dev.lectern.payment.selling.application.PlacingOrders.Place;
import dev.lectern.payment.selling.application.PrintingReceipts;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.OrderStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the caller buys.
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {

    private final PlacingOrders placing;
    private final CheckingOut checkout;
    private final PrintingReceipts receipts;
    private final OrderViews views;
    private final Idempotency idempotency;

    OrderController(
            PlacingOrders placing,
            CheckingOut checkout,
            PrintingReceipts receipts,
            OrderViews views,
            Idempotency idempotency) {
        this.placing = placing;
        this.checkout = checkout;
        this.receipts = receipts;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// @param items what is bought; one run an order
    /// @param couponCode what makes it cheaper, for example `LAUNCH50`; nothing where none is given
    record OrderRequest(
            @NotNull @Size(min = 1, max = 1) List<@NotNull @Valid ItemRequest> items,
            @Nullable @Size(max = 40) String couponCode) {}

    /// @param runId the run to take part in, as the catalog shows it
    record ItemRequest(@NotNull UUID runId) {}

    /// @param returnPath the page to come back to after paying, below the public address; for
    ///   example `/orders/0199a3c0-1f00-7a10-8b00-000000000002`
    record PayRequest(
            @NotNull
                    @Size(max = 500)
                    @Pattern(
                            regexp =
                                    "/([A-Za-z0-9._~!$&'()*+,;=:@%?-][A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*)?")
                    String returnPath) {}

    /// Places an order at the price the course has now, and keeps a seat for it for 15 minutes. 409
    /// `SOLD_OUT`, `RUN_CLOSED`, `ALREADY_ENROLLED`, `HOLD_EXPIRED`, `ORDER_OPEN` or `COURSE_FREE`;
    /// 422 `COUPON_INVALID`; 404 for a run that is unknown or of a course never published or
    /// without a price; 503 `UNAVAILABLE` where seats cannot be asked for just now.
    @PostMapping
    ResponseEntity<OrderView> placeOrder(
            @Valid @RequestBody OrderRequest request, Caller caller, IdempotencyKey key) {
        var run = request.items().getFirst().runId();
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "place-order", request),
                        () -> placing.place(new Place(run, request.couponCode()), caller));
        checkout.takeSeat(new OrderId(outcome.id()));
        return Created.at("/api/v1/orders/{id}", outcome, views.one(outcome.id(), caller));
    }

    /// Lists the caller's orders, newest first.
    ///
    /// @param status only those that are in this state
    @GetMapping
    Page<OrderView> listOrders(
            @RequestParam Optional<OrderStatus> status, PageQuery page, Caller caller) {
        return views.all(status, page, caller);
    }

    /// Shows one of the caller's orders. 404 for anybody else's.
    @GetMapping("/{id}")
    OrderView getOrder(@PathVariable UUID id, Caller caller) {
        return views.one(id, caller);
    }

    /// Opens the page an order is paid on. 409 `HOLD_EXPIRED`, `ORDER_CLOSED`, `CHECKOUT_REFUSED`,
    /// or what placing it may answer; 404 for anybody else's; 503 `PROVIDER_UNAVAILABLE`, and the
    /// order is kept.
    @PostMapping("/{id}/pay")
    ResponseEntity<CheckoutView> payOrder(
            @PathVariable UUID id,
            @Valid @RequestBody PayRequest request,
            Caller caller,
            IdempotencyKey key) {
        var order = new OrderId(id);
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "pay-order " + id, request),
                        () -> checkout.start(order, request.returnPath(), caller));
        return Answered.with(outcome, checkout.open(order));
    }

    /// Prints the receipt of an order as a PDF. 404 for anybody else's, and before it is paid.
    @GetMapping(path = "/{id}/receipt", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> getReceipt(@PathVariable UUID id, Caller caller) {
        var name = ContentDisposition.inline().filename("receipt-" + id + ".pdf").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(receipts.print(new OrderId(id), caller));
    }
}
