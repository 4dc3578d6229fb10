package dev.lectern.launcher.demo;

import dev.lectern.client.Client;
import dev.lectern.launcher.demo.Seed.OrderState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Somebody orders a place in a course, pays with the stand-in's money and perhaps wants it back.
/// What was ordered before is gone on with, and what has ended is left alone.
///
/// @param control where the button of the payment page is
/// @param courseId of a course that can be found
/// @param coupon a code that makes it cheaper
record Buying(Visitor buyer, Client control, String courseId, Optional<String> coupon) {

    private static final Set<String> SETTLED = Set.of("FULFILLED", "REFUND_PENDING", "REFUNDED");
    private static final Set<String> OVER_WITHOUT_MONEY = Set.of("EXPIRED", "CANCELLED");

    /// Pays for a place, whether it is given back later or not.
    void untilItIsPaid() {
        awaitSeat(latest().orElseGet(this::place));
    }

    /// Goes to pay and never does. The provider's page ends as it does when its time is over.
    void untilItHasExpired() {
        if (mine().stream().anyMatch(one -> statusOf(one).equals("EXPIRED"))) {
            return;
        }
        var order = latest().orElseGet(this::place);
        press("expire", openedPageOf(order).orElseThrow());
        await("end of an order nobody paid", order, Set.of("EXPIRED"));
    }

    /// Wants the money back, and gets it unless the bank takes its time.
    void untilItIsGivenBack(OrderState wanted) {
        var order = latest().orElseThrow();
        if (statusOf(order).equals("FULFILLED")) {
            if (wanted == OrderState.REFUND_PENDING) {
                press("hold-refund", order.path("id").asString());
            }
            buyer.post(pathOf(order) + "/refunds", Map.of("reason", "CHANGED_MIND"));
        }
        await("money back", order, Set.of(wanted.name()));
    }

    private Optional<JsonNode> latest() {
        return mine().stream()
                .findFirst()
                .filter(order -> !OVER_WITHOUT_MONEY.contains(statusOf(order)));
    }

    /// The newest first.
    private List<JsonNode> mine() {
        return buyer.get("/api/v1/orders?limit=100")
                .path("items")
                .valueStream()
                .filter(order -> order.at("/items/0/courseId").asString().equals(courseId))
                .toList();
    }

    /// Nothing while payment has not heard of the course.
    private JsonNode place() {
        var run =
                buyer.get("/api/v1/catalog/courses/" + courseId)
                        .path("runs")
                        .path(0)
                        .path("id")
                        .asString();
        var anew = buyer.intending("order " + mine().size());
        return Patience.until(
                "run to buy a place in",
                () ->
                        Refused.unless(
                                Set.of("NOT_FOUND"),
                                () -> anew.post("/api/v1/orders", wishFor(run))));
    }

    private Map<String, Object> wishFor(String run) {
        var wish = new HashMap<String, Object>(Map.of("items", List.of(Map.of("runId", run))));
        coupon.ifPresent(code -> wish.put("couponCode", code));
        return wish;
    }

    private void awaitSeat(JsonNode order) {
        if (SETTLED.contains(statusOf(order))) {
            return;
        }
        if (statusOf(order).equals("PENDING")) {
            openedPageOf(order).ifPresent(id -> press("pay", id));
        }
        await("seat for what was paid", order, SETTLED);
    }

    /// @return the id of the order; empty where there is nothing to pay
    private Optional<String> openedPageOf(JsonNode order) {
        var checkout = buyer.post(pathOf(order) + "/pay", Map.of("returnPath", "/"));
        return checkout.path("checkoutUrl").isString()
                ? Optional.of(order.path("id").asString())
                : Optional.empty();
    }

    private void press(String button, String order) {
        var pressed = control.post("/stripe/checkouts/" + order + "/" + button, "");
        // Where it was pressed before an interruption, the page is closed.
        if (pressed.status() >= 300 && !pressed.code().equals("CHECKOUT_NOT_OPEN")) {
            throw new Refused("pressing " + button + " for " + order, pressed);
        }
    }

    private void await(String effect, JsonNode order, Set<String> wanted) {
        Patience.until(
                effect,
                () ->
                        Optional.of(buyer.get(pathOf(order)))
                                .filter(now -> wanted.contains(statusOf(now))));
    }

    private static String pathOf(JsonNode order) {
        return "/api/v1/orders/" + order.path("id").asString();
    }

    private static String statusOf(JsonNode order) {
        return order.path("status").asString();
    }
}
