package dev.lectern.launcher.cli;

import dev.lectern.embedded.Broker;
import dev.lectern.launcher.Failure;
import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.running.Home;
import dev.lectern.launcher.running.Payments;
import dev.lectern.launcher.running.PortPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/// Looks at this machine for everything that is known to keep a platform from starting.
@Command(name = "doctor", description = "Look for what may go wrong here.")
final class DoctorCommand implements Callable<Integer> {

    private static final int ILL = 1;
    private static final long NEEDED_MEMORY = 2L << 30;

    private final Checkout checkout;
    private final Home home;
    private final PrintStream out;
    private boolean well = true;

    DoctorCommand(Checkout checkout, Home home, PrintStream out) {
        this.checkout = checkout;
        this.home = home;
        this.out = out;
    }

    @Override
    public Integer call() {
        good("JDK " + Runtime.version() + " in " + System.getProperty("java.home"));
        examine(
                "disk",
                () -> {
                    home.requireRoom();
                    return "enough room on the disk of " + home.directory();
                });
        examine("memory", DoctorCommand::memory);
        examine("name", DoctorCommand::localhost);
        examine("user", DoctorCommand::userNamespaces);
        examine("payments", DoctorCommand::payments);
        good(
                Broker.rabbitMqIsInstalled()
                        ? "RabbitMQ is installed and will be used, on ports of its own"
                        : "no RabbitMQ here, the embedded broker will stand in: it has no dead-letter"
                                + " exchange, expiry or quorum queue");
        if (home.running().isPresent()) {
            good("Lectern is up; its ports are not looked at");
        } else {
            ports();
        }
        out.println(well ? "Nothing is wrong." : "Put right what is marked with 'no'.");
        return well ? 0 : ILL;
    }

    private void ports() {
        var taken = new PortPlan(0).taken(checkout.deployables());
        taken.forEach(this::bad);
        if (taken.isEmpty()) {
            good("every port is free");
        }
    }

    private static String payments() {
        return Payments.areStoodInFor(System.getenv())
                ? "no Stripe keys here, a stand-in will take payments and move no money"
                : "Stripe will take payments, with the keys of the environment";
    }

    private static String memory() {
        if (ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system) {
            long bytes = system.getTotalMemorySize();
            if (bytes < NEEDED_MEMORY) {
                throw new Failure(
                        "only %d MB of memory; everything together takes up to %d MB"
                                .formatted(bytes >> 20, NEEDED_MEMORY >> 20));
            }
            return "%d MB of memory".formatted(bytes >> 20);
        }
        return "memory unknown";
    }

    private static String localhost() {
        try {
            if (!InetAddress.getByName("localhost").isLoopbackAddress()) {
                throw new Failure("the name localhost leads to another machine; see /etc/hosts");
            }
            return "localhost is this machine";
        } catch (UnknownHostException e) {
            throw new Failure("the name localhost is unknown; add it to /etc/hosts", e);
        }
    }

    /// Postgres refuses to run as root; as root it is given a namespace in which it is nobody.
    private static String userNamespaces() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return "not root, as Postgres wants it";
        }
        try {
            int status =
                    new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor();
            if (status != 0) {
                throw new Failure(
                        "root may not make user namespaces here, so Postgres cannot run; use another"
                                + " user");
            }
            return "root, but allowed to make the user namespace Postgres needs";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private void examine(String what, Supplier<String> look) {
        try {
            good(look.get());
        } catch (Failure found) {
            bad(found.getMessage());
        } catch (UncheckedIOException unknown) {
            bad(what + " cannot be looked at: " + unknown.getMessage());
        }
    }

    private void good(String finding) {
        out.println("  ok  " + finding);
    }

    private void bad(String finding) {
        well = false;
        out.println("  no  " + finding);
    }
}
