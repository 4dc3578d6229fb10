package dev.lectern.launcher.platform;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.ConnectionFactory;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.embedded.AtExit;
import dev.lectern.launcher.running.PortPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/// Every service as it was built, up on ports of its own, in a home whose path has a space.
public final class Platform implements AutoCloseable {

    private final Lectern lectern;
    private final PortPlan ports;
    private String said = "";
    private boolean closed;

    private Platform(Lectern lectern, PortPlan ports) {
        this.lectern = lectern;
        this.ports = ports;
    }

    static Platform start(boolean isolated) {
        var ports = FreePorts.plan();
        var command = new ArrayList<>(List.of("up", "--detach", "--no-build"));
        command.addAll(List.of("--port-offset", Integer.toString(ports.offset())));
        if (isolated) {
            command.add("--isolated");
        }
        // What a service is made of is otherwise told to nobody, and the front door lets nothing
        // through but what is below health.
        var lectern =
                Lectern.in(newHome())
                        .with(
                                "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE",
                                "health,info,prometheus,resync,deadletters,beans")
                        .with("MANAGEMENT_ENDPOINTS_WEB_PATHMAPPING_BEANS", "health/beans");
        var platform = new Platform(lectern, ports);
        // Detached as it is, an interrupted test run would leave it behind.
        AtExit.closeFirst(platform);
        var up = lectern.run(command.toArray(String[]::new));
        platform.said = up.out() + up.err();
        if (up.status() != 0) {
            platform.close();
            throw new IllegalStateException("./lectern up failed: " + platform.said);
        }
        return platform;
    }

    /// The command in the home of this platform.
    public Lectern lectern() {
        return lectern;
    }

    public PortPlan ports() {
        return ports;
    }

    /// What was on the screen when it was up.
    public String saidAtStart() {
        return said;
    }

    /// Runs a command on it.
    public Said run(String... arguments) {
        return lectern.runHere(arguments);
    }

    /// Talks to a service.
    public Client client(String service) {
        return new Client(ports.of(Lectern.checkout().deployables(List.of(service)).getFirst()));
    }

    /// Talks to the launcher.
    public Client control() {
        return new Client(ports.control());
    }

    /// Gives the launcher an order, however long that takes, and returns its answer.
    public HttpResponse<String> order(String path) {
        var request =
                HttpRequest.newBuilder(ports.controlAddress().resolve(path))
                        .POST(BodyPublishers.noBody())
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Signs somebody up, who then is sent a link.
    public Answer register(String email) {
        return client("auth")
                .withKey(UUID.randomUUID().toString())
                .post(
                        "/api/v1/auth/register",
                        """
                        {"email": "%s", "password": "a quiet harbour at night", "displayName": "Leo",
                         "locale": "en", "timeZone": "Europe/Berlin", "consents": [
                          {"document": "TERMS", "version": "1"}, {"document": "PRIVACY", "version": "1"}]}
                        """
                                .formatted(email));
    }

    /// Puts a message into a queue, past its exchange.
    public void send(String queue, String messageId, String body) {
        var factory = new ConnectionFactory();
        factory.setPort(ports.broker().amqp());
        factory.setUsername("lectern");
        factory.setPassword("lectern");
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    "",
                    queue,
                    true,
                    new BasicProperties.Builder().messageId(messageId).deliveryMode(2).build(),
                    body.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        lectern.run("down");
        delete(lectern.home().directory());
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory("lectern home ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
