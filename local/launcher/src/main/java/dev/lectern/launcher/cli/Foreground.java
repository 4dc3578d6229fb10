package dev.lectern.launcher.cli;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.running.Home;
import dev.lectern.launcher.running.Payments;
import dev.lectern.launcher.running.Progress;
import dev.lectern.launcher.running.StartingUp;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/// Starts a platform in this JVM, says where everything is, and stays until it is told to stop.
record Foreground(Checkout checkout, Home home, PrintStream out) {

    private static final String CONFIGURATION = "dev/lectern/launcher/logging/up.xml";

    /// @param level from which on lines of the services are shown on the terminal
    /// @param onceUp what is to be done before it only stays
    void run(StartingUp.Request request, String level, Runnable onceUp) {
        if (!home.take()) {
            throw alreadyUp(home);
        }
        logInto(home.logs().toString(), level);
        var progress = new Progress(out);
        new StartingUp(checkout, home, progress).run(request);
        out.printf(
                "%nLectern is up after %.1f s. Ctrl-C or ./lectern down stops it.%n",
                progress.seconds());
        line(out, "address", request.ports().frontDoor());
        line(out, "mail inbox", request.ports().controlAddress());
        if (Payments.areStoodInFor(System.getenv())) {
            line(out, "payment page", request.ports().paymentPage());
        }
        line(out, "logs", home.logs() + " (./lectern logs -f)");
        out.flush();
        home.state().becameReady();
        onceUp.run();
        stayUntilStopped();
    }

    static Failure alreadyUp(Home home) {
        return home.state()
                .read()
                .map(state ->
                        new Failure(
                                "already up as process %d at %s; ./lectern down stops it"
                                        .formatted(state.pid(), state.ports().frontDoor())))
                .orElseGet(() -> new Failure("another ./lectern up is just starting"));
    }

    static void line(PrintStream out, String what, Object where) {
        out.printf("  %-12s %s%n", what, where);
    }

    /// Must be known before the first line is logged, here and in every stack.
    private static void logInto(String directory, String level) {
        System.setProperty("lectern.logs", directory);
        System.setProperty("lectern.terminal", level);
        System.setProperty("logback.configurationFile", CONFIGURATION);
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }

    private static void stayUntilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
