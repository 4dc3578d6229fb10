package dev.lectern.launcher.cli;

import dev.lectern.embedded.AtExit;
import dev.lectern.launcher.Failure;
import dev.lectern.launcher.Mistake;
import dev.lectern.launcher.Nearest;
import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.running.Home;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command itself; each verb is a class of its own.
@Command(name = "lectern")
public final class LecternCommand implements Runnable {

    private static final int FAILED = 1;
    private static final int MISTAKEN = 2;

    private final Checkout checkout;
    private final Home home;
    private final PrintStream out;
    private final PrintStream err;

    /// @param out what was asked for
    /// @param err why it cannot be had
    public LecternCommand(Checkout checkout, Home home, PrintStream out, PrintStream err) {
        this.checkout = checkout;
        this.home = home;
        this.out = out;
        this.err = err;
    }

    /// Runs what the arguments say and returns the status to exit with.
    public int run(String... args) {
        var line = line(List.of(args));
        line.registerConverter(int.class, LecternCommand::wholeNumber);
        line.setOut(new PrintWriter(out, true, Charset.defaultCharset()));
        line.setParameterExceptionHandler((mistake, all) -> refused(MISTAKEN, lineOf(mistake)));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
        return line.execute(args);
    }

    private CommandLine line(List<String> arguments) {
        var running = new Running(home, checkout);
        var line = new CommandLine(this);
        line.getCommandSpec()
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .type(boolean.class)
                                .usageHelp(true)
                                .scopeType(ScopeType.INHERIT)
                                .description("show this")
                                .build());
        return line.addSubcommand(new UpCommand(running, out, err, arguments))
                .addSubcommand(new DownCommand(home, out))
                .addSubcommand(new StatusCommand(checkout, home, out))
                .addSubcommand(new FiguresCommand(home, out))
                .addSubcommand(new DoctorCommand(checkout, home, out))
                .addSubcommand(new LogsCommand(home, out))
                .addSubcommand(new ResetCommand(home, out))
                .addSubcommand(new DlqCommand(running, out))
                .addSubcommand(new ResyncCommand(running, out))
                .addSubcommand(new AdminCommand(running, out))
                .addSubcommand(new RunCommand(checkout, home, out))
                .addSubcommand(new HelpCommand(out));
    }

    @Override
    public void run() {
        throw new Mistake("say what to do; ./lectern help lists everything");
    }

    private int failed(Exception e) throws Exception {
        if (AtExit.hasBegun()) {
            // Somebody stopped it: what had only half begun is no news.
            return FAILED;
        }
        return switch (e) {
            case Mistake mistake -> refused(MISTAKEN, mistake.getMessage());
            case Failure failure -> refused(FAILED, failure.getMessage());
            // The embedded parts refuse in one line that helps as well.
            case IllegalStateException refusal -> refused(FAILED, refusal.getMessage());
            default -> throw e;
        };
    }

    private int refused(int status, @Nullable String reason) {
        err.println("lectern: " + reason);
        return status;
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
            if (!spec.subcommands().isEmpty()) {
                return Nearest.mistake("command", typed, commands(mistake.getCommandLine()))
                        .getMessage();
            }
            return "./%s does not take '%s'".formatted(spec.qualifiedName(), typed);
        }
        return String.valueOf(mistake.getMessage()).lines().collect(Collectors.joining(" "))
                + "; ./"
                + spec.qualifiedName()
                + " --help shows all options";
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number");
        }
    }

    private static Collection<String> commands(CommandLine line) {
        return List.copyOf(line.getSubcommands().keySet());
    }
}
