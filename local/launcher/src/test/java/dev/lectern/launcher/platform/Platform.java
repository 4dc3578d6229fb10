package dev.lectern.launcher.platform;

import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.checkout.Deployable;
import dev.lectern.launcher.cli.LecternCommand;
import dev.lectern.launcher.running.PortPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
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

/// Every service as it was built, up on ports of its own, in a home whose path has a space.
public final class Platform implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Lectern lectern;
    private final PortPlan ports;
    private final String said;

    private Platform(Lectern lectern, PortPlan ports, String said) {
        this.lectern = lectern;
        this.ports = ports;
        this.said = said;
    }

    static Platform start(boolean isolated) {
        var ports = FreePorts.plan();
        var command = new ArrayList<>(List.of("up", "--detach", "--no-build"));
        command.addAll(List.of("--port-offset", Integer.toString(ports.offset())));
        if (isolated) {
            command.add("--isolated");
        }
        // What services are made of is otherwise told to nobody; the front door lets nothing
        // through but what is below health.
        var lectern =
                Lectern.in(newHome())
                        .with(
                                "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE",
                                "health,info,prometheus,resync,deadletters,beans")
                        .with("MANAGEMENT_ENDPOINTS_WEB_PATHMAPPING_BEANS", "health/beans");
        var said = lectern.run(command.toArray(String[]::new));
        var platform = new Platform(lectern, ports, said.out() + said.err());
        if (said.status() != 0) {
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

    /// What everybody saw who started it.
    public String saidAtStart() {
        return said;
    }

    public List<Deployable> services() {
        return Lectern.checkout().deployables();
    }

    public URI address(String service) {
        return ports.addressOf(Lectern.checkout().deployables(List.of(service)).getFirst());
    }

    /// Runs a command on it, in this JVM as that is quicker.
    public Said run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status =
                new LecternCommand(
                                new Checkout(Lectern.checkout().root()),
                                lectern.home(),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8))
                        .run(arguments);
        return new Said(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    public HttpResponse<String> post(URI address, String json) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
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
