package dev.lectern.launcher.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Command;

/// Lists everything, in the words that the script shows as well while nothing is built.
@Command(name = "help", description = "List everything.")
final class HelpCommand implements Runnable {

    private final PrintStream out;

    HelpCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public void run() {
        out.print(text());
    }

    static String text() {
        try (var file = HelpCommand.class.getResourceAsStream("help.txt")) {
            return new String(
                    Objects.requireNonNull(file, "help.txt").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
