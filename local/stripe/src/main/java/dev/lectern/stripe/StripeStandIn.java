package dev.lectern.stripe;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Stripe on one machine, from its start until it is closed; what it knows outlives it.
public final class StripeStandIn implements AutoCloseable {

    private final HttpServer server;
    private final Store store;
    private final Webhooks webhooks;
    private final Buying buying;
    private final Refunds refunds;
    private final Trouble trouble = new Trouble();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("stripe-webhooks").factory());

    private StripeStandIn(HttpServer server, Settings settings, InstantSource clock) {
        this.server = server;
        this.store = Store.in(settings.directory(), clock);
        this.webhooks = new Webhooks(store, settings, scheduler, threads);
        this.buying = new Buying(store, webhooks);
        this.refunds = new Refunds(store, webhooks);
    }

    /// Starts it and takes up what an earlier one left undone.
    public static StripeStandIn start(Settings settings) {
        return start(settings, InstantSource.system());
    }

    static StripeStandIn start(Settings settings, InstantSource clock) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
            var standIn = new StripeStandIn(HttpServer.create(address, 0), settings, clock);
            standIn.open(settings.secretKey());
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the API is, and the pages for buyers.
    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// Pays as a buyer does on the page.
    ///
    /// @param checkout the session, or the order it was opened for
    public Outcome pay(String checkout) {
        return buy(checkout, buying::pay);
    }

    /// Tries to pay with a card that is declined.
    public Outcome decline(String checkout) {
        return buy(checkout, buying::decline);
    }

    /// Goes back without paying. Stripe leaves the session open then, and so nothing changes.
    public Outcome cancel(String checkout) {
        return buy(checkout, _ -> {});
    }

    /// Ends the page unpaid, as Stripe does when its time is over.
    public Outcome expire(String checkout) {
        return buy(checkout, buying::expire);
    }

    /// From now on refunds of a checkout stay on their way until it is said how they end.
    public Outcome holdRefunds(String checkout) {
        return withPayment(checkout, refunds::hold);
    }

    /// Ends the refunds of a checkout that are on their way.
    ///
    /// @param isTaken whether the bank of the buyer takes the money; otherwise it sends it back
    public Outcome endRefunds(String checkout, boolean isTaken) {
        return withPayment(checkout, payment -> refunds.end(payment, isTaken));
    }

    private Outcome withPayment(String checkout, Consumer<String> action) {
        return store.changing(() ->
                buying.session(checkout)
                        .map(session -> Store.text(session, "payment_intent"))
                        .filter(intent -> !intent.isEmpty())
                        .map(intent -> {
                            action.accept(intent);
                            return Outcome.DONE;
                        })
                        .orElse(Outcome.UNKNOWN_CHECKOUT));
    }

    /// Sends events once more, and returns when all are sent; nothing for an unknown checkout.
    public Optional<Delivered> deliver(Deliveries wish) {
        return store.reading(() ->
                        buying.session(wish.checkout())
                                .map(session ->
                                        Stream.of("id", "payment_intent")
                                                .map(field -> Store.text(session, field))
                                                .filter(id -> !id.isEmpty())
                                                .collect(Collectors.toUnmodifiableSet())))
                .map(objects -> webhooks.again(objects, wish));
    }

    /// Lets every answer of the API come so much later.
    public void delayAnswers(Duration each) {
        trouble.delay(each);
    }

    /// While it is down the API answers 503, whatever it is asked.
    public void setDown(boolean isDown) {
        trouble.down(isDown);
    }

    /// Forgets what was asked under which key, as Stripe does after a day.
    public void forgetKeys() {
        store.changing(() -> {
            new IdempotencyKeys(store).forget();
            return true;
        });
    }

    /// Keeps back all webhooks but those of `deliver`, until they are released or dropped.
    public void holdWebhooks() {
        webhooks.hold();
    }

    /// Sends the webhooks that were held.
    public void releaseWebhooks() {
        webhooks.release();
    }

    /// Loses the webhooks nobody took so far; later ones are sent.
    public void dropWebhooks() {
        webhooks.drop();
    }

    @Override
    public void close() {
        server.stop(0);
        store.close();
        threads.shutdownNow();
        scheduler.shutdownNow();
        webhooks.close();
    }

    @Override
    public String toString() {
        return "payment page on port " + server.getAddress().getPort();
    }

    Outcome buy(String checkout, Consumer<ObjectNode> action) {
        return store.changing(() -> {
            var session = buying.session(checkout);
            if (session.isEmpty()) {
                return Outcome.UNKNOWN_CHECKOUT;
            }
            if (!Buying.isOpen(session.get())) {
                return Outcome.NOT_OPEN;
            }
            action.accept(session.get());
            return Outcome.DONE;
        });
    }

    private void open(String secretKey) {
        var sessions = new CheckoutSessions(store, buying, url().toString(), this::expireInTime);
        var routes =
                Stream.of(sessions.routes(), new PaymentIntents(store).routes(), refunds.routes())
                        .flatMap(List::stream)
                        .toList();
        server.createContext("/v1/", new Api(store, secretKey, trouble, routes));
        server.createContext("/", new OrdersPage(store));
        server.createContext("/pay/", new HostedPage(this, store));
        server.setExecutor(threads);
        server.start();
        webhooks.resume();
        store.reading(() -> store.all(Kind.SESSION).filter(Buying::isOpen).toList())
                .forEach(this::expireInTime);
    }

    private void expireInTime(ObjectNode session) {
        long seconds = session.path("expires_at").asLong() - store.now().getEpochSecond();
        String id = Store.text(session, "id");
        var _ = scheduler.schedule(() -> buy(id, buying::expire), seconds, TimeUnit.SECONDS);
    }
}
