package dev.lectern.launcher.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lectern.client.Client;
import dev.lectern.embedded.Broker;
import dev.lectern.stripe.Settings;
import dev.lectern.stripe.StripeStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests press the buttons of the payment page without a browser, and have webhooks come again.
class StripePathsTest {

    private static final String KEY = "sk_test_of_the_test";

    private final AtomicInteger webhooks = new AtomicInteger();
    private HttpServer receiver;
    private StripeStandIn stripe;
    private ControlServer server;
    private Client control;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/",
                exchange -> {
                    webhooks.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        receiver.start();
        stripe =
                StripeStandIn.start(
                        new Settings(
                                0,
                                directory,
                                KEY,
                                "whsec_of_the_test",
                                URI.create("http://localhost:" + receiver.getAddress().getPort())));
        server = control(Optional.of(stripe));
        control = new Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        stripe.close();
        receiver.stop(0);
    }

    @Test
    void paysTheCheckoutOfAnOrder() {
        String id = open("o-1");

        assertThat(control.post("/stripe/checkouts/o-1/pay", "").status()).isEqualTo(204);

        assertThat(session(id)).isEqualTo("complete");
        var again = control.post("/stripe/checkouts/" + id + "/pay", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("CHECKOUT_NOT_OPEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "cancel"})
    void leavesTheCheckoutOpenWhenItIsNotPaid(String button) {
        String id = open("o-1");

        assertThat(control.post("/stripe/checkouts/" + id + "/" + button, "").status())
                .isEqualTo(204);

        assertThat(session(id)).isEqualTo("open");
    }

    @Test
    void endsACheckoutNobodyPaid() {
        String id = open("o-1");

        assertThat(control.post("/stripe/checkouts/o-1/expire", "").status()).isEqualTo(204);

        assertThat(session(id)).isEqualTo("expired");
    }

    @Test
    void holdsBackOnlyWhatWasPaid() {
        open("o-1");

        assertThat(control.post("/stripe/checkouts/o-1/hold-refund", "").status()).isEqualTo(404);
        control.post("/stripe/checkouts/o-1/pay", "");
        assertThat(control.post("/stripe/checkouts/o-1/hold-refund", "").status()).isEqualTo(204);
        assertThat(control.post("/stripe/checkouts/o-1/settle-refund", "").status()).isEqualTo(204);
    }

    @Test
    void knowsTheCheckoutsThereAre() {
        assertThat(control.post("/stripe/checkouts/o-9/pay", "").status()).isEqualTo(404);
        assertThat(control.post("/stripe/deliveries", "{\"orderId\":\"o-9\"}").status())
                .isEqualTo(404);
    }

    @Test
    void hasTheEventsOfAnOrderComeAgain() {
        open("o-1");
        control.post("/stripe/checkouts/o-1/pay", "");
        Awaitility.await().until(() -> webhooks.get() == 2);

        var answer =
                control.post(
                        "/stripe/deliveries",
                        """
                        {"orderId": "o-1", "times": 3, "order": "REVERSED", "forged": true}\
                        """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("sent").asInt()).isEqualTo(6);
        assertThat(answer.json().path("taken").asInt()).isEqualTo(6);
        assertThat(webhooks).hasValue(2 + 2 * 3);
    }

    @Test
    void letsItBeDownAndUpAgain() {
        assertThat(control.post("/stripe/down", "").status()).isEqualTo(204);
        assertThat(open("o-1")).isEmpty();

        assertThat(control.post("/stripe/up", "").status()).isEqualTo(204);
        assertThat(open("o-1")).isNotEmpty();
    }

    @Test
    void holdsWebhooksUntilTheyAreReleased() {
        assertThat(control.post("/stripe/webhooks/hold", "").status()).isEqualTo(204);
        open("o-1");
        control.post("/stripe/checkouts/o-1/pay", "");
        control.post("/stripe/deliveries", "{\"orderId\": \"o-1\", \"forged\": true}");
        assertThat(webhooks).hasValue(2);

        assertThat(control.post("/stripe/webhooks/release", "").status()).isEqualTo(204);
        Awaitility.await().until(() -> webhooks.get() == 4);
    }

    @Test
    void losesWebhooksThatAreDropped() {
        control.post("/stripe/webhooks/hold", "");
        open("o-1");
        control.post("/stripe/checkouts/o-1/pay", "");

        assertThat(control.post("/stripe/webhooks/drop", "").status()).isEqualTo(204);
        open("o-2");
        control.post("/stripe/checkouts/o-2/decline", "");
        Awaitility.await().until(() -> webhooks.get() > 0);
        assertThat(webhooks).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"seconds\": 0}", "{\"seconds\": 61}", "{\"seconds\": \"x\"}"})
    void saysHowSlownessIsAskedFor(String body) {
        var answer = control.post("/stripe/slow", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).isEqualTo("Send {\"seconds\": 1 to 60}.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"orderId\":\"o-1\",\"times\":0}",
                "{\"orderId\":\"o-1\",\"times\":101}",
                "{\"orderId\":\"o-1\",\"order\":\"SHUFFLED\"}"
            })
    void saysHowDeliveriesAreAskedFor(String body) {
        open("o-1");

        var answer = control.post("/stripe/deliveries", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID");
        assertThat(answer.text("detail")).startsWith("Send {\"orderId\", ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stripe/checkouts/o-1/pay",
                "/stripe/deliveries",
                "/stripe/down",
                "/stripe/webhooks/hold"
            })
    void cannotPressTheButtonsOfStripeItself(String order) {
        try (var external = control(Optional.empty())) {
            var answer = new Client(external.port()).post(order, "{}");

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("STRIPE_EXTERNAL");
        }
    }

    private static ControlServer control(Optional<StripeStandIn> stripe) {
        return ControlServer.start(
                0,
                exchange -> exchange.close(),
                new NoServices(),
                Broker.external("broker.test", 5672, "ada", "secret", "/"),
                stripe,
                Optional.empty(),
                email -> Optional.empty());
    }

    private Client api() {
        return new Client(stripe.url().getPort())
                .as(KEY)
                .withType("application/x-www-form-urlencoded");
    }

    private String open(String order) {
        return api().post(
                        "/v1/checkout/sessions",
                        "mode=payment&success_url=http://shop.test&client_reference_id="
                                + order
                                + "&line_items[0][quantity]=1&line_items[0][price_data][currency]=usd"
                                + "&line_items[0][price_data][unit_amount]=4900"
                                + "&line_items[0][price_data][product_data][name]=Logic")
                .text("id");
    }

    private String session(String id) {
        return api().get("/v1/checkout/sessions/" + id).text("status");
    }
}
