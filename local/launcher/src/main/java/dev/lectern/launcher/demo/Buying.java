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

    private static final Set<String> OVER_WITHOUT_MONEY = Set.of("EXPIRED", "CANCELLED");

    void until(OrderState wanted) {
        var order = latest().orElseGet(this::place);
        switch (wanted) {
            case PENDING -> {}
            case FULFILLED -> awaitSeat(order);
            case REFUNDED -> giveBack(awaitSeat(order));
        }
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

    private JsonNode awaitSeat(JsonNode order) {
        if (statusOf(order).equals("PENDING")) {
            pay(pathOf(order), order.path("id").asString());
        }
        return Patience.until(
                "seat for what was paid",
                () ->
                        Optional.of(buyer.get(pathOf(order)))
                                .filter(now -> !Set.of("PENDING", "PAID").contains(statusOf(now))));
    }

    private void pay(String order, String id) {
        buyer.post(order + "/pay", Map.of("returnPath", "/"));
        var pressed = control.post("/stripe/checkouts/" + id + "/pay", "");
        // Where it was paid before an interruption, the page is closed.
        if (pressed.status() >= 300 && !pressed.code().equals("CHECKOUT_NOT_OPEN")) {
            throw new Refused("paying " + id, pressed);
        }
    }

    private void giveBack(JsonNode order) {
        if (statusOf(order).equals("FULFILLED")) {
            buyer.post(pathOf(order) + "/refunds", Map.of("reason", "CHANGED_MIND"));
        }
        Patience.until(
                "money back",
                () ->
                        Optional.of(buyer.get(pathOf(order)))
                                .filter(now -> statusOf(now).equals("REFUNDED")));
    }

    private static String pathOf(JsonNode order) {
        return "/api/v1/orders/" + order.path("id").asString();
    }

    private static String statusOf(JsonNode order) {
        return order.path("status").asString();
    }
}
