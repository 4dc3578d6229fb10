package dev.lectern.payment.selling;

import static dev.lectern.payment.testkit.Surroundings.NOTICES;
import static dev.lectern.payment.testkit.Surroundings.STRIPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.payment.PaymentTest;
import dev.lectern.payment.testkit.Shop;
import dev.lectern.payment.testkit.Shop.Buyer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// What is left of buying when the payment provider is slow or gone.
@PaymentTest
@Import(Shop.class)
class TroubleTest {

    @LocalServerPort int port;
    @Autowired Shop shop;
    @Autowired CircuitBreakerRegistry breakers;

    private Buyer buyer = new Buyer(UUID.randomUUID(), new Client(0));

    @BeforeEach
    void open() {
        NOTICES.to(port);
        buyer = Shop.buyer(port);
        breaker().reset();
    }

    @AfterEach
    void mend() {
        STRIPE.setDown(false);
        STRIPE.delayAnswers(Duration.ZERO);
        breaker().reset();
    }

    @Test
    void leavesOrdersPayableWhileItIsDown() {
        var goods = shop.sells(4_900);
        var order = Shop.ordered(buyer, goods);
        STRIPE.setDown(true);

        var page = buyer.pay(order);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.code()).isEqualTo("PROVIDER_UNAVAILABLE");
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(buyer.status(order)).isEqualTo("PENDING");
        assertThat(Shop.ordered(Shop.buyer(port), goods)).isNotEmpty();

        STRIPE.setDown(false);
        assertThat(buyer.pay(order).status()).isEqualTo(200);
    }

    @Test
    void stopsAskingOneThatIsSlow() {
        STRIPE.delayAnswers(Duration.ofSeconds(5));
        for (int i = 0; i < 5; i++) {
            var order = Shop.ordered(buyer, shop.sells(4_900));
            assertThat(buyer.pay(order).code()).isEqualTo("PROVIDER_UNAVAILABLE");
        }

        assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.OPEN);
        var order = Shop.ordered(buyer, shop.sells(4_900));
        assertThat(buyer.pay(order).code()).isEqualTo("PROVIDER_UNAVAILABLE");

        STRIPE.delayAnswers(Duration.ZERO);
        await().atMost(Duration.ofSeconds(20)).until(() -> buyer.pay(order).status() == 200);
    }

    @Test
    void paysBackOnceItIsThereAgain() {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        STRIPE.setDown(true);
        assertThat(buyer.refund(order).status()).isEqualTo(201);
        assertThat(buyer.shown(order).at("/refunds/0/status").asString()).isEqualTo("PENDING");

        STRIPE.setDown(false);

        await().atMost(Duration.ofSeconds(40))
                .until(() ->
                        buyer.shown(order).at("/refunds/0/status").asString().equals("SETTLED"));
        assertThat(shop.ledger(order).values()).containsOnly(0L);
    }

    private CircuitBreaker breaker() {
        return breakers.circuitBreaker("stripe");
    }
}
