package dev.lectern.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTest {

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
    void speakTheVersionOfTheLibrary() {
        assertThat(Webhooks.API_VERSION).isEqualTo(Stripe.API_VERSION);
    }

    @Test
    void tellOfAPaidSessionInAWayTheLibraryReads() throws StripeException {
        var session = shop.paid("o-1");

        var event =
                shop.receiver.await(2).stream()
                        .map(Receiver.Came::verified)
                        .filter(one -> one.getType().equals("checkout.session.completed"))
                        .findFirst()
                        .orElseThrow();
        var told = (Session) event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(told.getId()).isEqualTo(session.getId());
        assertThat(told.getClientReferenceId()).isEqualTo("o-1");
        assertThat(told.getPaymentStatus()).isEqualTo("paid");
    }

    @Test
    void tellOfADeclinedCard() throws StripeException {
        shop.open("o-1");
        shop.standIn.decline("o-1");

        assertThat(shop.receiver.awaitTypes(1)).containsExactly("payment_intent.payment_failed");
    }

    @Test
    void areNoticedWhenTamperedWith() throws StripeException {
        shop.paid("o-1");
        var came = shop.receiver.await(1).getFirst();

        assertThatThrownBy(() ->
                        Webhook.constructEvent(
                                came.payload().replace("4900", "1"), came.signature(), Shop.SECRET))
                .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void comeAgainUntilTheReceiverAnswers() throws StripeException {
        shop.receiver.refuse(3);
        var session = shop.open("o-1");

        shop.client().v1().checkout().sessions().expire(session.getId());

        var came = shop.receiver.await(4);
        assertThat(came).extracting(one -> one.verified().getId()).containsOnly(idOf(came.get(0)));
    }

    @Test
    void comeAfterARestartWhenTheReceiverWasAwayBefore() throws StripeException {
        shop.receiver.refuse(Integer.MAX_VALUE);
        shop.open("o-1");
        shop.standIn.decline("o-1");
        var before = shop.receiver.await(1).getFirst();

        shop.standIn.close();
        shop.receiver.forget();
        shop.receiver.refuse(0);
        shop.restart(InstantSource.system());

        assertThat(idOf(shop.receiver.await(1).getFirst())).isEqualTo(idOf(before));
    }

    @Test
    void comeTwiceAndInReversedOrderOnRequest() throws StripeException {
        shop.paid("o-1");
        shop.paid("o-2");
        shop.receiver.await(4);
        shop.receiver.forget();

        assertThat(shop.standIn.deliver(new Deliveries("o-1", 2, true, false)))
                .contains(new Delivered(4, 4));

        assertThat(shop.receiver.awaitTypes(4))
                .containsExactly(
                        "checkout.session.completed",
                        "checkout.session.completed",
                        "payment_intent.succeeded",
                        "payment_intent.succeeded");
        assertThat(shop.receiver.await(4)).extracting(Receiver.Came::payload).hasSize(4);
    }

    @Test
    void areForgedOnRequest() throws StripeException {
        shop.paid("o-1");
        shop.receiver.await(2);
        shop.receiver.forget();

        shop.standIn.deliver(new Deliveries("o-1", 1, false, true));

        var forged = shop.receiver.await(2).getFirst();
        assertThatThrownBy(() ->
                        Webhook.constructEvent(forged.payload(), forged.signature(), Shop.SECRET))
                .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void areOfKnownOrdersOnly() {
        assertThat(shop.standIn.deliver(new Deliveries("o-9", 1, false, false))).isEmpty();
    }

    @Test
    void sayWhenTheReceiverDidNotTakeThem() throws StripeException {
        shop.paid("o-1");
        shop.receiver.await(2);
        shop.receiver.refuse(1);

        assertThat(shop.standIn.deliver(new Deliveries("o-1", 1, false, false)))
                .contains(new Delivered(2, 1));
    }

    @Test
    void comeAsAskedForWhileTheFirstOnesAreStillBeingRepeated() throws StripeException {
        shop.receiver.refuse(Integer.MAX_VALUE);
        shop.paid("o-1");
        shop.receiver.await(2);
        shop.receiver.refuse(0);

        var delivered = shop.standIn.deliver(new Deliveries("o-1", 1, true, false));

        assertThat(delivered).contains(new Delivered(2, 2));
        var came = shop.receiver.await(4);
        var types = came.stream().map(one -> one.verified().getType()).toList();
        assertThat(types.subList(types.size() - 2, types.size()))
                .containsExactly("checkout.session.completed", "payment_intent.succeeded");
    }

    @Test
    void doNotWaitForAReceiverThatHangsOnAnotherOne() throws StripeException {
        shop.receiver.hangOn("o-1");
        shop.open("o-1");
        shop.standIn.decline("o-1");

        shop.open("o-2");
        shop.standIn.decline("o-2");

        var came = shop.receiver.await(1).getFirst();
        assertThat(came.payload()).contains("o-2");
    }

    @Test
    void waitWhileTheyAreHeldAndComeWhenReleased() throws StripeException {
        shop.standIn.holdWebhooks();
        shop.paid("o-1");
        shop.standIn.deliver(new Deliveries("o-1", 1, true, true));
        assertThat(shop.receiver.await(2)).hasSize(2);
        shop.receiver.forget();

        shop.standIn.releaseWebhooks();

        assertThat(shop.receiver.awaitTypes(2))
                .containsExactlyInAnyOrder(
                        "payment_intent.succeeded", "checkout.session.completed");
    }

    @Test
    void comeOnlyAsAskedForWhileTheyAreHeld() throws StripeException {
        shop.standIn.holdWebhooks();
        shop.paid("o-1");

        shop.standIn.deliver(new Deliveries("o-1", 1, true, false));
        shop.standIn.releaseWebhooks();
        shop.open("o-2");
        shop.standIn.decline("o-2");

        assertThat(shop.receiver.awaitTypes(3))
                .containsExactly(
                        "checkout.session.completed",
                        "payment_intent.succeeded",
                        "payment_intent.payment_failed");
    }

    @Test
    void areLostWhenDroppedAndCanStillBeAskedFor() throws StripeException {
        shop.standIn.holdWebhooks();
        shop.paid("o-1");

        shop.standIn.dropWebhooks();
        shop.open("o-2");
        shop.standIn.decline("o-2");

        assertThat(shop.receiver.awaitTypes(1)).containsExactly("payment_intent.payment_failed");
        shop.standIn.deliver(new Deliveries("o-1", 1, false, false));
        assertThat(shop.receiver.awaitTypes(3)).contains("checkout.session.completed");
    }

    private static String idOf(Receiver.Came came) {
        return came.verified().getId();
    }
}
