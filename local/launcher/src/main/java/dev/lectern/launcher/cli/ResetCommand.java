package dev.lectern.launcher.cli;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.running.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Deletes everything of the platform on this machine.
@Command(name = "reset", description = "Delete all data of the platform on this machine.")
final class ResetCommand implements Runnable {

    private final Home home;
    private final PrintStream out;

    @Option(names = "--yes", description = "do not ask")
    private boolean sure;

    ResetCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public void run() {
        if (home.isInUse()) {
            throw new Failure("Lectern is up; ./lectern down first");
        }
        if (!sure && !isConfirmed()) {
            throw new Failure("nothing was deleted; answer yes, or say --yes");
        }
        home.endLeftOvers();
        home.deleteData();
        out.println("All data is gone; ./lectern up starts anew.");
    }

    private boolean isConfirmed() {
        out.printf("This deletes all data in %s. Type yes to go on: ", home.directory());
        out.flush();
        // Not closed: it is the terminal's.
        var terminal =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        try {
            return "yes".equals(terminal.readLine());
        } catch (IOException e) {
            return false;
        }
    }
}
