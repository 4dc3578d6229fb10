package dev.lectern.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdempotencyKeysTest {

    private Shop shop;

    @BeforeEach
    void start(@TempDir Path directory) {
        shop = new Shop(directory);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void giveTheSameAnswerToTheSameRequest() throws StripeException {
        var first = shop.open(order(4900), "key-1");

        var second = shop.open(order(4900), "key-1");

        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(replayed(first)).isFalse();
        assertThat(replayed(second)).isTrue();
        assertThat(shop.open(order(4900), "key-2").getId()).isNotEqualTo(first.getId());
    }

    @Test
    void areForgottenAfterADay() throws StripeException {
        var first = shop.open(order(4900), "key-1");

        shop.standIn.forgetKeys();

        assertThat(shop.open(order(4900), "key-1").getId()).isNotEqualTo(first.getId());
    }

    @Test
    void refuseAnotherRequest() throws StripeException {
        shop.open(order(4900), "key-1");

        var refused =
                catchThrowableOfType(
                        IdempotencyException.class, () -> shop.open(order(5900), "key-1"));

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getStripeError().getType()).isEqualTo("idempotency_error");
    }

    @Test
    void stayFreeWhenTheRequestIsRefused() throws StripeException {
        assertThatThrownBy(() -> shop.open(order(-1), "key-1"))
                .isInstanceOf(InvalidRequestException.class);

        assertThat(shop.open(order(4900), "key-1").getStatus()).isEqualTo("open");
    }

    @Test
    void repeatARefusalThatCameWhenItWasDone() throws StripeException {
        var session = shop.paid("o-1");
        var key = RequestOptions.builder().setIdempotencyKey("key-1").build();

        for (var replayed : new boolean[] {false, true}) {
            var refused =
                    catchThrowableOfType(
                            InvalidRequestException.class,
                            () ->
                                    shop.client()
                                            .v1()
                                            .checkout()
                                            .sessions()
                                            .expire(session.getId(), key));
            assertThat(refused.getMessage())
                    .as("replayed: " + replayed)
                    .contains("status of complete");
        }
        var another = shop.open("o-2");
        assertThatThrownBy(
                        () -> shop.client().v1().checkout().sessions().expire(another.getId(), key))
                .isInstanceOf(IdempotencyException.class);
    }

    @Test
    void areKnownAfterARestart() throws StripeException {
        var first = shop.open(order(4900), "key-1");

        shop.restart(InstantSource.system());

        assertThat(shop.open(order(4900), "key-1").getId()).isEqualTo(first.getId());
    }

    private static SessionCreateParams order(long price) {
        return Shop.anOrder("o-1").addLineItem(Shop.aCourse(price)).build();
    }

    private static boolean replayed(Session session) {
        return session.getLastResponse().headers().firstValue("Idempotent-Replayed").isPresent();
    }
}
