package dev.lectern.launcher.cli;

import dev.lectern.launcher.Mistake;
import dev.lectern.launcher.Nearest;
import dev.lectern.launcher.operator.StaffOffice;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Appoints the people who run the platform.
@Command(name = "admin", description = "Appoint staff.")
final class AdminCommand implements Runnable {

    private static final List<String> ROLES = List.of("admin", "moderator", "support");

    private final Running running;
    private final PrintStream out;

    AdminCommand(Running running, PrintStream out) {
        this.running = running;
        this.out = out;
    }

    @Override
    public void run() {
        throw new Mistake("say './lectern admin create --role <role> --email <address>'");
    }

    @Command(name = "create", description = "Create a staff account, or promote the one there is.")
    void create(
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "<role>",
                            description = "admin, moderator or support")
                    String role,
            @Option(names = "--email", required = true, paramLabel = "<address>") String email,
            @Option(
                            names = "--name",
                            paramLabel = "<name>",
                            description = "what others see; a new account is called Staff without")
                    @Nullable String name,
            @Option(
                            names = "--password",
                            paramLabel = "<password>",
                            arity = "0..1",
                            interactive = true,
                            description = "without a value it is asked for; left out, one is made")
                    @Nullable String password) {
        if (!ROLES.contains(role)) {
            throw Nearest.mistake("staff role", role, ROLES);
        }
        try (var operator = running.operator()) {
            var made =
                    new StaffOffice(operator)
                            .appoint(
                                    role,
                                    email,
                                    Optional.ofNullable(password),
                                    Optional.ofNullable(name));
            out.printf("%s is %s now.%n", email, role);
            made.ifPresent(generated -> out.printf("Password, shown this once: %s%n", generated));
        }
    }
}
