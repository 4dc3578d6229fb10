package dev.lectern.launcher;

import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.cli.LecternCommand;
import dev.lectern.launcher.running.Home;
import java.nio.file.Path;
import java.util.Objects;

/// Where `./lectern` enters Java.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        var root = Path.of(System.getProperty("lectern.root", "")).toAbsolutePath().normalize();
        var home =
                Path.of(
                        Objects.requireNonNullElse(
                                System.getenv("LECTERN_HOME"),
                                root.resolve(".lectern").toString()));
        // Only a platform that comes up has a log of its own.
        System.setProperty("logback.configurationFile", "dev/lectern/launcher/logging/quiet.xml");
        var command =
                new LecternCommand(
                        new Checkout(root),
                        new Home(home.toAbsolutePath().normalize()),
                        System.out,
                        System.err);
        System.exit(command.run(args));
    }
}
