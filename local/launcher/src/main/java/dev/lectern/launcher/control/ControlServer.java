package dev.lectern.launcher.control;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.lectern.client.Authenticator;
import dev.lectern.embedded.Broker;
import dev.lectern.launcher.Failure;
import dev.lectern.launcher.storage.ObjectNotices;
import dev.lectern.stripe.StripeStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Listens on the control port of this machine alone.
public final class ControlServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private ControlServer(HttpServer server) {
        this.server = server;
    }

    /// Starts it, with the mail inbox as its first page.
    public static ControlServer start(
            int port,
            HttpHandler inbox,
            Switch services,
            Broker broker,
            Optional<StripeStandIn> stripe,
            Optional<ObjectNotices> notices,
            Function<String, Optional<Authenticator>> authenticators) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var control = new ControlServer(HttpServer.create(address, 0));
            control.add("/", inbox);
            control.add("/services/", new ServicePaths(services));
            control.add("/broker/", new BrokerPaths(broker));
            control.add("/storage/object-created", new StoragePaths(notices));
            control.add("/totp", new TotpPath(authenticators));
            control.add("/stripe/checkouts/", new CheckoutPaths(stripe));
            control.add("/stripe/deliveries", new DeliveryPaths(stripe));
            control.add("/stripe/webhooks/", new WebhookPaths(stripe));
            control.add("/stripe/", new TroublePaths(stripe));
            control.server.setExecutor(control.threads);
            control.server.start();
            return control;
        } catch (IOException e) {
            throw new Failure("the control port " + port + " cannot be opened", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void add(String path, HttpHandler handler) {
        server.createContext(path, handler).getFilters().add(new ThisMachineOnly());
    }
}
