package dev.lectern.payment.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.event.Received;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.course.CourseRunChanged;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.payment.pricing.domain.CoursePrice;
import dev.lectern.payment.pricing.domain.CoursePrices;
import dev.lectern.payment.pricing.domain.Money;
import dev.lectern.payment.selling.application.KeepingOffers;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A course with a price, its buyers, and what the other services say of it.
@TestComponent
public class Shop {

    private final KeepingOffers offers;
    private final CoursePrices prices;
    private final JdbcClient jdbc;
    private final Neighbours neighbours;

    Shop(KeepingOffers offers, CoursePrices prices, JdbcClient jdbc, RabbitTemplate broker) {
        this.offers = offers;
        this.prices = prices;
        this.jdbc = jdbc;
        this.neighbours = new Neighbours(broker);
    }

    /// A run of a published course.
    public record Goods(UUID course, UUID run) {}

    /// Somebody with a key of their own for each wish.
    public record Buyer(UUID id, Client http) {

        public Answer order(UUID run) {
            return fresh().post(
                            "/api/v1/orders", "{\"items\": [{\"runId\": \"%s\"}]}".formatted(run));
        }

        public Answer pay(String order) {
            return fresh().post(
                            "/api/v1/orders/" + order + "/pay",
                            "{\"returnPath\": \"/orders/mine\"}");
        }

        public Answer refund(String order) {
            return fresh().post(
                            "/api/v1/orders/" + order + "/refunds",
                            "{\"reason\": \"CHANGED_MIND\"}");
        }

        public JsonNode shown(String order) {
            var answer = http.get("/api/v1/orders/" + order);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.json();
        }

        public String status(String order) {
            return shown(order).get("status").asString();
        }

        private Client fresh() {
            return http.withKey(UUID.randomUUID().toString());
        }
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    public Goods sells(long amount) {
        return sells(amount, "EUR");
    }

    public Goods sells(long amount, String currency) {
        var goods = new Goods(UUID.randomUUID(), UUID.randomUUID());
        publish(goods.course(), "Signals & Sampling");
        offers.keepRun(
                received(
                        goods.run(),
                        new CourseRunChanged(goods.run(), goods.course(), null, null)));
        prices.save(CoursePrice.of(goods.course(), new Money(amount, currency)));
        return goods;
    }

    /// A published course without a run and without a price.
    public void publish(UUID course, String title) {
        offers.keep(
                received(
                        course,
                        new CoursePublished(
                                course,
                                "signals",
                                title,
                                1,
                                UUID.randomUUID(),
                                List.of(UUID.randomUUID()),
                                false,
                                null,
                                List.of())));
    }

    /// The course of these goods is sold to nobody any more.
    public void withdraw(Goods goods) {
        offers.keep(
                received(
                        goods.course(),
                        2,
                        new CoursePublished(
                                goods.course(),
                                "signals",
                                "Signals & Sampling",
                                1,
                                UUID.randomUUID(),
                                List.of(UUID.randomUUID()),
                                false,
                                null,
                                List.of(),
                                null,
                                Instant.parse("2026-10-03T09:15:00Z"))));
    }

    private static <E extends ContractEvent> Received<E> received(UUID subject, E event) {
        return received(subject, 1, event);
    }

    private static <E extends ContractEvent> Received<E> received(
            UUID subject, long sequence, E event) {
        return new Received<>(
                event, UUID.randomUUID(), subject, sequence, Instant.parse("2026-10-02T09:15:00Z"));
    }

    public static Buyer buyer(int port) {
        var id = UUID.randomUUID();
        return new Buyer(id, new Client(port).as(TestIdentity.tokenOf(id, "learner")));
    }

    /// Somebody of the staff, who has just proven again who they are.
    public static Client staff(int port, String role) {
        var id = UUID.randomUUID();
        return new Client(port)
                .as(TestIdentity.tokenOf(id, role))
                .with("Step-Up", TestIdentity.stepUpOf(id));
    }

    /// An order that waits to be paid.
    public static String ordered(Buyer buyer, Goods goods) {
        var placed = buyer.order(goods.run());
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed.text("id");
    }

    /// An order whose buyer is on the page to pay.
    public static String inCheckout(Buyer buyer, Goods goods) {
        var order = ordered(buyer, goods);
        var page = buyer.pay(order);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return order;
    }

    /// An order that was paid, as enrollment has not answered yet.
    public static String paid(Buyer buyer, Goods goods) {
        var order = inCheckout(buyer, goods);
        Surroundings.STRIPE.pay(order);
        awaitStatus(buyer, order, "PAID");
        return order;
    }

    /// An order that enrollment has granted.
    public String fulfilled(Buyer buyer, Goods goods) {
        var order = paid(buyer, goods);
        neighbours.say(UUID.randomUUID(), granted(buyer, goods, order, "ACTIVE"));
        awaitStatus(buyer, order, "FULFILLED");
        return order;
    }

    public static EnrollmentGranted granted(Buyer buyer, Goods goods, String order, String status) {
        return new EnrollmentGranted(
                UUID.randomUUID(),
                buyer.id(),
                goods.course(),
                goods.run(),
                1,
                status,
                UUID.fromString(order),
                Instant.parse("2026-10-02T09:15:00Z"),
                null);
    }

    public static EnrollmentRevoked revoked(Buyer buyer, Goods goods, String order) {
        return new EnrollmentRevoked(
                UUID.randomUUID(), buyer.id(), goods.course(), goods.run(), UUID.fromString(order));
    }

    public static void awaitStatus(Buyer buyer, String order, String status) {
        await().atMost(Duration.ofSeconds(20)).until(() -> buyer.status(order).equals(status));
    }

    /// Lets time pass for an order: what had happened was that much earlier.
    public void later(String order, Duration time) {
        jdbc.sql(
                        """
                        update orders set created_at = created_at - :time::interval,
                            hold_expires_at = hold_expires_at - :time::interval,
                            paid_at = paid_at - :time::interval,
                            checkout_started_at = checkout_started_at - :time::interval
                        where id = :order
                        """)
                .param("time", time.toSeconds() + " seconds")
                .param("order", UUID.fromString(order))
                .update();
    }

    /// The lines of the ledger about an order, by account: debits minus credits.
    public Map<String, Long> ledger(String order) {
        record Line(String account, long balance) {}
        return jdbc
                .sql(
                        """
                        select account, sum(debit - credit) as balance from ledger_line
                        where order_id = :order group by account
                        """)
                .param("order", UUID.fromString(order))
                .query(Line.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Line::account, Line::balance));
    }
}
