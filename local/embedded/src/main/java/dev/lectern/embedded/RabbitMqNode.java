package dev.lectern.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A RabbitMQ node with files, ports and a port mapper of its own, which no other node of the
/// machine meets.
final class RabbitMqNode implements Broker {

    private static final Logger log = LoggerFactory.getLogger(RabbitMqNode.class);

    // A loaded machine took 21 s.
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final RabbitMqInstallation installation;
    private final RabbitMqFiles files;
    private final OwnedProcesses owned;
    private @Nullable ChildProcess portMapper;
    private @Nullable ChildProcess server;

    private RabbitMqNode(
            RabbitMqInstallation installation, RabbitMqFiles files, OwnedProcesses owned) {
        this.installation = installation;
        this.files = files;
        this.owned = owned;
    }

    static RabbitMqNode start(Path home, BrokerPorts ports) {
        RabbitMqInstallation installation =
                RabbitMqInstallation.find()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "there is no rabbitmq-server on this machine"));
        return OwnedProcesses.start(
                home,
                owned -> {
                    var files = new RabbitMqFiles(home, claim(ports));
                    var node = new RabbitMqNode(installation, files, owned);
                    AtExit.close(node);
                    node.run();
                    return node;
                });
    }

    @Override
    public BrokerKind kind() {
        return BrokerKind.RABBITMQ;
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return files.ports().amqp();
    }

    @Override
    public String username() {
        return RabbitMqFiles.USER;
    }

    @Override
    public String password() {
        return RabbitMqFiles.USER;
    }

    @Override
    public String virtualHost() {
        return "/";
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null && server.isAlive();
    }

    @Override
    public synchronized void stop() {
        endProcesses();
    }

    @Override
    public synchronized void restart() {
        endProcesses();
        run();
    }

    @Override
    public synchronized void close() {
        AtExit.forget(this);
        endProcesses();
        owned.close();
    }

    @Override
    public String toString() {
        return "RabbitMQ on port " + port();
    }

    private static BrokerPorts claim(BrokerPorts ports) {
        return new BrokerPorts(
                Ports.claim(ports.amqp(), "the broker"),
                Ports.claim(ports.epmd(), "the broker's port mapper"),
                Ports.claim(ports.distribution(), "the broker's tools"));
    }

    private void run() {
        try {
            files.write();
            startProcesses();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            endProcesses();
            throw e;
        }
    }

    private void startProcesses() {
        // Left to itself the server would start the port mapper as a daemon that outlives it.
        int mapperPort = files.ports().epmd();
        ChildProcess mapper =
                ChildProcess.start(
                        "epmd",
                        List.of(
                                installation.portMapper().toString(),
                                "-address",
                                host(),
                                "-port",
                                Integer.toString(mapperPort)),
                        files.environment(),
                        files.home(),
                        owned);
        portMapper = mapper;
        mapper.awaitReady(START_LIMIT, () -> Ports.answers(mapperPort));

        ChildProcess node =
                ChildProcess.start(
                        "rabbitmq",
                        List.of(installation.server().toString()),
                        files.environment(),
                        files.home(),
                        owned);
        server = node;
        node.awaitReady(START_LIMIT, () -> AmqpHandshake.succeeds(port()));
        log.debug("RabbitMQ answers on port {}", port());
    }

    private void endProcesses() {
        for (ChildProcess process : Arrays.asList(server, portMapper)) {
            if (process != null) {
                process.stop(STOP_LIMIT);
            }
        }
        server = null;
        portMapper = null;
    }
}
