package dev.lectern.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;
import org.jspecify.annotations.Nullable;

/// Qpid Broker-J in this JVM, for machines without RabbitMQ: messages are kept, the extensions of
/// RabbitMQ are not known.
final class QpidBroker implements Broker {

    private static final String USER = "lectern";
    private static final String NOTICE =
            "The embedded broker stands in for RabbitMQ: it keeps messages, but knows no dead-letter"
                    + " exchange, message expiry or quorum queue and ignores them.";

    private final Path home;
    private final int port;
    private final OwnedProcesses owned;
    private @Nullable SystemLauncher launcher;

    private QpidBroker(Path home, int port, OwnedProcesses owned) {
        this.home = home;
        this.port = port;
        this.owned = owned;
    }

    static QpidBroker start(Path home, int port) {
        return OwnedProcesses.start(
                home,
                owned -> {
                    var broker = new QpidBroker(home, Ports.claim(port, "the broker"), owned);
                    AtExit.close(broker);
                    broker.run();
                    return broker;
                });
    }

    @Override
    public BrokerKind kind() {
        return BrokerKind.EMBEDDED;
    }

    @Override
    public Optional<String> notice() {
        return Optional.of(NOTICE);
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String username() {
        return USER;
    }

    @Override
    public String password() {
        return USER;
    }

    @Override
    public String virtualHost() {
        return "/";
    }

    @Override
    public synchronized boolean isRunning() {
        return launcher != null;
    }

    @Override
    public synchronized void stop() {
        if (launcher != null) {
            launcher.shutdown();
            launcher = null;
        }
    }

    @Override
    public synchronized void restart() {
        stop();
        run();
    }

    @Override
    public synchronized void close() {
        AtExit.forget(this);
        stop();
        owned.close();
    }

    @Override
    public String toString() {
        return "Qpid on port " + port;
    }

    private void run() {
        // Derby would write its log into whatever directory the JVM was started in.
        System.setProperty("derby.stream.error.file", home.resolve("derby.log").toString());
        Map<String, String> context = new HashMap<>();
        context.put("qpid.work_dir", home.toString());
        context.put("qpid.amqp_port", Integer.toString(port));
        context.put("lectern.user", USER);
        // The default closes the whole connection when a queue names an argument it does not know.
        context.put("queue.behaviourOnUnknownDeclareArgument", "IGNORE");
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(SystemConfig.TYPE, "JSON");
        attributes.put(SystemConfig.CONTEXT, context);
        attributes.put("initialConfigurationLocation", configuration());
        attributes.put("startupLoggedToSystemOut", "false");
        var started = new SystemLauncher();
        try {
            started.startup(attributes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            started.shutdown();
            throw new IllegalStateException("the embedded broker did not start", e);
        }
        launcher = started;
        if (!AmqpHandshake.succeeds(port)) {
            stop();
            throw new IllegalStateException("the embedded broker does not answer on port " + port);
        }
    }

    private static String configuration() {
        var resource = QpidBroker.class.getResource("qpid.json");
        if (resource == null) {
            throw new IllegalStateException("qpid.json is missing from the class path");
        }
        return resource.toString();
    }
}
