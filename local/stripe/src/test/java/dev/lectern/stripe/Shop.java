package dev.lectern.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/// A shop that sells one course through the stand-in, with Stripe's own library.
final class Shop implements AutoCloseable {

    static final String KEY = "sk_test_abcdefghijkl";
    static final String SECRET = "whsec_of_the_shop";

    final Receiver receiver = new Receiver();
    private final Path directory;
    private final HttpClient browser = HttpClient.newHttpClient();
    StripeStandIn standIn;

    Shop(Path directory) {
        this.directory = directory;
        this.standIn = started(InstantSource.system());
    }

    StripeClient client() {
        return client(KEY);
    }

    StripeClient client(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(standIn.url().toString())
                .setMaxNetworkRetries(0)
                .build();
    }

    void restart(InstantSource clock) {
        standIn.close();
        standIn = started(clock);
    }

    static SessionCreateParams.Builder anOrder(String order) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(order)
                .setSuccessUrl("http://shop.test/thanks?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("http://shop.test/cart")
                .putMetadata("order", order)
                .setPaymentIntentData(
                        PaymentIntentData.builder().putMetadata("order", order).build());
    }

    static LineItem aCourse(long price) {
        return aCourse(price, "usd");
    }

    static LineItem aCourse(long price, String currency) {
        return courses(price, currency, 1);
    }

    static LineItem courses(long price, long quantity) {
        return courses(price, "usd", quantity);
    }

    private static LineItem courses(long price, String currency, long quantity) {
        return LineItem.builder()
                .setQuantity(quantity)
                .setPriceData(
                        LineItem.PriceData.builder()
                                .setCurrency(currency)
                                .setUnitAmount(price)
                                .setProductData(
                                        LineItem.PriceData.ProductData.builder()
                                                .setName("Logic & <Proof>")
                                                .build())
                                .build())
                .build();
    }

    Session open(String order) throws StripeException {
        return open(anOrder(order).addLineItem(aCourse(4900)).build());
    }

    Session open(SessionCreateParams params) throws StripeException {
        return client().v1().checkout().sessions().create(params);
    }

    Session open(SessionCreateParams params, String key) throws StripeException {
        return client().v1()
                .checkout()
                .sessions()
                .create(params, RequestOptions.builder().setIdempotencyKey(key).build());
    }

    Session paid(String order) throws StripeException {
        var session = open(order);
        standIn.pay(order);
        return again(session);
    }

    Session again(Session session) throws StripeException {
        return client().v1().checkout().sessions().retrieve(session.getId());
    }

    HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    HttpResponse<String> press(Session session, String button) {
        return send(
                HttpRequest.newBuilder(URI.create(session.getUrl() + "/" + button))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    @Override
    public void close() {
        standIn.close();
        receiver.close();
    }

    private StripeStandIn started(InstantSource clock) {
        return StripeStandIn.start(
                new Settings(0, directory, KEY, SECRET, receiver.address(), Duration.ofMillis(10)),
                clock);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
