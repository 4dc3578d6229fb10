package dev.lectern.payment.selling;

import static dev.lectern.payment.testkit.Surroundings.ENROLLMENT;
import static dev.lectern.payment.testkit.Surroundings.NOTICES;
import static dev.lectern.payment.testkit.Surroundings.STRIPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.events.enrollment.EnrollmentWaitlistChanged;
import dev.lectern.payment.PaymentTest;
import dev.lectern.payment.selling.application.Settling;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.testkit.Shop;
import dev.lectern.payment.testkit.Shop.Buyer;
import dev.lectern.payment.testkit.Shop.Goods;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// Orders of seats that somebody has waited for.
@PaymentTest
@Import(Shop.class)
class WaitlistTest {

    @LocalServerPort int port;
    @Autowired Shop shop;
    @Autowired Settling settling;

    private final UUID entry = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private final Instant until =
            Instant.now().plus(Duration.ofHours(24)).truncatedTo(ChronoUnit.MILLIS);
    private Buyer tom = new Buyer(UUID.randomUUID(), new Client(0));

    @BeforeEach
    void open() {
        NOTICES.to(port);
        tom = Shop.buyer(port);
    }

    @Test
    void arePlacedAtThePriceOfNowAndPayableForADay() {
        var goods = shop.sells(4_900);

        say("OFFERED", goods);
        say("OFFERED", goods);

        var placed = awaitOrder("PENDING");
        assertThat(placed.http().get("/api/v1/orders").json().get("items")).hasSize(1);
        var shown = tom.shown(order.toString());
        assertThat(shown.at("/total/amount").asLong()).isEqualTo(4_900);
        assertThat(Instant.parse(shown.get("holdExpiresAt").asString())).isEqualTo(until);
        shop.later(order.toString(), Duration.ofHours(23));
        assertThat(tom.pay(order.toString()).status()).isEqualTo(200);
        STRIPE.pay(order.toString());
        Shop.awaitStatus(tom, order.toString(), "PAID");
    }

    @Test
    void endWhenNobodyPaysThem() {
        say("OFFERED", shop.sells(4_900));
        awaitOrder("PENDING");
        shop.later(order.toString(), Duration.ofHours(24).plusSeconds(1));
        assertThat(tom.pay(order.toString()).code()).isEqualTo("HOLD_EXPIRED");

        settling.expire(new OrderId(order));

        awaitOrder("EXPIRED");
        awaitRelease();
    }

    @Test
    void endWhenTheyAreTurnedDown() {
        var goods = shop.sells(4_900);
        say("OFFERED", goods);
        awaitOrder("PENDING");

        say("LEFT", goods);

        awaitOrder("EXPIRED");
        awaitRelease();
    }

    @Test
    void areNotNeededByWhoHasAnotherOne() {
        var goods = shop.sells(4_900);
        var other = Shop.ordered(tom, goods);

        say("OFFERED", goods);

        awaitOrder("CANCELLED");
        awaitRelease();
        assertThat(tom.status(other)).isEqualTo("PENDING");
    }

    private void say(String status, Goods goods) {
        shop.neighbours()
                .say(
                        entry,
                        new EnrollmentWaitlistChanged(
                                entry,
                                tom.id(),
                                goods.course(),
                                goods.run(),
                                status,
                                order,
                                until));
    }

    private Buyer awaitOrder(String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        tom.http().get("/api/v1/orders?status=" + status).json().get("items").size()
                                == 1);
        return tom;
    }

    private void awaitRelease() {
        await().until(() -> ENROLLMENT.callsAbout(order).contains("DELETE /internal/seat-holds"));
    }
}
