package dev.lectern.launcher.cli;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.Mistake;
import dev.lectern.launcher.Nearest;
import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.running.Home;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command itself; each verb is a class of its own.
@Command(name = "lectern")
public final class LecternCommand implements Runnable {

    private static final int FAILED = 1;
    private static final int MISTAKEN = 2;

    private final Checkout checkout;
    private final Home home;

    public LecternCommand(Checkout checkout, Home home) {
        this.checkout = checkout;
        this.home = home;
    }

    /// Runs what the arguments say and returns the status to exit with.
    public int run(String... args) {
        var line =
                new CommandLine(this)
                        .addSubcommand(new UpCommand(checkout, home))
                        .addSubcommand(new DownCommand(home))
                        .addSubcommand(new StatusCommand(checkout, home));
        line.setParameterExceptionHandler((mistake, all) -> mistaken(lineOf(mistake)));
        line.setExecutionExceptionHandler(LecternCommand::failed);
        return line.execute(args);
    }

    @Override
    public void run() {
        throw new Mistake("say what to do; ./lectern help lists everything");
    }

    private static int failed(Exception e, CommandLine line, ParseResult parsed) throws Exception {
        switch (e) {
            case Mistake mistake -> {
                return mistaken(mistake.getMessage());
            }
            case Failure failure -> {
                System.err.println("lectern: " + failure.getMessage());
                return FAILED;
            }
            // The embedded parts refuse in one line that helps as well.
            case IllegalStateException refusal -> {
                System.err.println("lectern: " + refusal.getMessage());
                return FAILED;
            }
            default -> throw e;
        }
    }

    private static int mistaken(String message) {
        System.err.println("lectern: " + message);
        return MISTAKEN;
    }

    /// One line, with what was probably meant.
    private static String lineOf(ParameterException mistake) {
        var spec = mistake.getCommandLine().getCommandSpec();
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            String typed = unmatched.getUnmatched().getFirst();
            if (typed.startsWith("-")) {
                return Nearest.mistake("option", typed.split("=", 2)[0], spec.optionsMap().keySet())
                        .getMessage();
            }
            if (spec.parent() == null) {
                return Nearest.mistake("command", typed, commands(mistake.getCommandLine()))
                        .getMessage();
            }
            return "%s does not take '%s'".formatted(spec.qualifiedName(), typed);
        }
        return String.valueOf(mistake.getMessage()).lines().collect(Collectors.joining(" "));
    }

    private static Collection<String> commands(CommandLine line) {
        return List.copyOf(line.getSubcommands().keySet());
    }
}
