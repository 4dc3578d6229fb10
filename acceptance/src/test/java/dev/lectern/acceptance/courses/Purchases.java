package dev.lectern.acceptance.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// A buyer, from the wish to the seat and back.
public record Purchases(Platform platform, Person buyer) {

    private static final Duration EFFECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Wants a place in a run.
    public Answer wants(UUID run) {
        return buyer.intending().post("/api/v1/orders", body(run));
    }

    /// The same with a coupon.
    public Answer wants(UUID run, String coupon) {
        return buyer.intending()
                .post(
                        "/api/v1/orders",
                        "{\"items\": [{\"runId\": \"%s\"}], \"couponCode\": \"%s\"}"
                                .formatted(run, coupon));
    }

    /// The same in a crowd: what may be sent again is sent again, with its key.
    public Answer insistsOn(UUID run) {
        var http = buyer.intending();
        return insist(() -> http.post("/api/v1/orders", body(run)));
    }

    private static Answer insist(Supplier<Answer> sending) {
        return await("an answer")
                .atMost(PATIENCE)
                .until(sending::get, answer -> !answer.json().path("retryable").asBoolean(false));
    }

    /// What is sent for a place in a run.
    public static String body(UUID run) {
        return "{\"items\": [{\"runId\": \"" + run + "\"}]}";
    }

    /// Gets an order that waits to be paid, as soon as payment knows what is for sale.
    public String orders(UUID run) {
        return await("payment knows what is for sale")
                .atMost(EFFECT)
                .until(() -> wants(run), answer -> answer.status() == 201)
                .text("id");
    }

    /// Asks for the page to pay on.
    public Answer goesToPay(String order) {
        return asksToPay(buyer.intending(), order);
    }

    /// The same in a crowd.
    public Answer insistsOnPaying(String order) {
        var http = buyer.intending();
        return insist(() -> asksToPay(http, order));
    }

    private static Answer asksToPay(Client http, String order) {
        return http.post("/api/v1/orders/" + order + "/pay", "{\"returnPath\": \"/orders\"}");
    }

    /// Presses a button of the page: pay, decline or cancel.
    public void presses(String button, String order) {
        var answer = control().post("/stripe/checkouts/" + order + "/" + button, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /// Has the provider tell everything about an order again.
    ///
    /// @param order IN_ORDER or REVERSED
    public void isToldAgain(String id, int times, String order) {
        var answer =
                control()
                        .post(
                                "/stripe/deliveries",
                                "{\"orderId\": \"%s\", \"times\": %d, \"order\": \"%s\"}"
                                        .formatted(id, times, order));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("taken")).isEqualTo(answer.json().path("sent"));
    }

    /// Orders and pays; nobody waits for what comes of it.
    public String pays(UUID run) {
        var order = orders(run);
        var page = goesToPay(order);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        presses("pay", order);
        return order;
    }

    /// Orders, pays and gets the seat.
    public String buys(UUID run) {
        var order = pays(run);
        awaitStatus(order, "FULFILLED");
        return order;
    }

    public Answer wantsMoneyBack(String order) {
        return buyer.intending()
                .post("/api/v1/orders/" + order + "/refunds", "{\"reason\": \"CHANGED_MIND\"}");
    }

    public JsonNode shown(String order) {
        return buyer.api().get("/api/v1/orders/" + order).json();
    }

    public String status(String order) {
        return shown(order).path("status").asString();
    }

    public void awaitStatus(String order, String status) {
        await("the order is " + status).atMost(EFFECT).until(() -> status(order), status::equals);
    }

    private Client control() {
        return new Client(
                platform.control().toString(), Map.of("Content-Type", "application/json"));
    }
}
