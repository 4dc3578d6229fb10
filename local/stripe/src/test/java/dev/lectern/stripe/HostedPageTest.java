package dev.lectern.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostedPageTest {

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
    void saysWhatIsPaidForAndThatNoMoneyMoves() throws StripeException {
        var page = shop.get(shop.open("o-1").getUrl()).body();

        assertThat(page)
                .contains("Logic &amp; &lt;Proof&gt;")
                .contains("<dt>Total</dt><dd>$49.00</dd>")
                .contains("No money moves.")
                .contains("Pay $49.00</button>", "Decline the card</button>", "Cancel</button>");
    }

    @Test
    void sendsWhoPaysBackToTheShop() throws StripeException {
        var session = shop.open("o-1");

        var answer = shop.press(session, "pay");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("http://shop.test/thanks?session=" + session.getId());
        assertThat(shop.again(session).getPaymentStatus()).isEqualTo("paid");
    }

    @Test
    void sendsWhoCancelsBackAndKeepsTheSessionOpen() throws StripeException {
        var session = shop.open("o-1");

        assertThat(shop.press(session, "cancel").headers().firstValue("Location"))
                .hasValue("http://shop.test/cart");
        assertThat(shop.again(session).getStatus()).isEqualTo("open");
    }

    @Test
    void showsADeclineAndLetsTheBuyerTryAgain() throws StripeException {
        var session = shop.open("o-1");

        var where = shop.press(session, "decline").headers().firstValue("Location").orElseThrow();

        assertThat(shop.get(shop.standIn.url() + where).body())
                .contains("role=\"alert\">Your card was declined.")
                .contains("Pay $49.00</button>");
    }

    @Test
    void takesNothingOnceItIsPaid() throws StripeException {
        var session = shop.open("o-1");
        shop.press(session, "pay");

        assertThat(shop.get(session.getUrl()).body())
                .contains("<h1>Already paid</h1>")
                .doesNotContain("<button");
        assertThat(shop.press(session, "pay").headers().firstValue("Location"))
                .hasValue("/pay/" + session.getId());
    }

    @Test
    void expiresInTimeAlsoWhileNothingRuns() throws StripeException {
        var session = shop.open("o-1");

        shop.restart(InstantSource.offset(InstantSource.system(), Duration.ofHours(25)));

        shop.receiver.await(1);
        var page = shop.get(shop.standIn.url() + "/pay/" + session.getId());
        assertThat(page.body()).contains("This payment has expired").doesNotContain("<button");
        assertThat(Instant.ofEpochSecond(session.getExpiresAt())).isAfter(Instant.now());
    }

    @Test
    void knowsWhatWasPaidBeforeARestart() throws StripeException {
        var session = shop.open("o-1");
        shop.press(session, "pay");

        shop.restart(InstantSource.system());

        assertThat(shop.again(session).getPaymentStatus()).isEqualTo("paid");
        assertThat(shop.get(shop.standIn.url() + "/pay/" + session.getId()).body())
                .contains("<h1>Already paid</h1>");
    }

    @Test
    void isReachedFromAListOfAllOrders() throws StripeException {
        assertThat(shop.get(shop.standIn.url() + "/").body()).contains("No order yet.");

        var paid = shop.paid("o-1");
        var open = shop.open("o-2");

        assertThat(shop.get(shop.standIn.url() + "/").body())
                .containsSubsequence(open.getId(), "open", paid.getId(), "paid");
        assertThat(shop.get(shop.standIn.url() + "/other").statusCode()).isEqualTo(404);
    }

    @Test
    void knowsNoOtherPages() {
        assertThat(shop.get(shop.standIn.url() + "/pay/cs_none").statusCode()).isEqualTo(404);
    }
}
