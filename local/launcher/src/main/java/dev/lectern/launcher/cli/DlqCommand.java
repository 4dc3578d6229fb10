package dev.lectern.launcher.cli;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.Mistake;
import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.checkout.Deployable;
import dev.lectern.launcher.operator.Messages;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows the messages no service could handle, and has them handled again.
@Command(name = "dlq", description = "Show or replay messages that could not be handled.")
final class DlqCommand implements Runnable {

    private final Running running;
    private final PrintStream out;

    DlqCommand(Running running, PrintStream out) {
        this.running = running;
        this.out = out;
    }

    @Override
    public void run() {
        throw new Mistake("say './lectern dlq list' or './lectern dlq replay [<eventId>]'");
    }

    @Command(name = "list", description = "Show them.")
    void list() {
        try (var operator = running.operator()) {
            var messages = new Messages(operator);
            var letters =
                    consumers().stream()
                            .flatMap(name -> messages.deadLettersOf(name).stream())
                            .toList();
            letters.forEach(letter ->
                    out.printf(
                            "%s  %s  %s%n    %s%n",
                            letter.failedAt(), letter.queue(), letter.eventId(), letter.reason()));
            out.println(
                    letters.isEmpty()
                            ? "No message waits."
                            : letters.size() == 1
                                    ? "1 message waits; ./lectern dlq replay tries it again."
                                    : "%d messages wait; ./lectern dlq replay tries them again."
                                            .formatted(letters.size()));
        }
    }

    @Command(name = "replay", description = "Put one or all back into their queue.")
    void replay(@Parameters(arity = "0..1", paramLabel = "<eventId>") @Nullable String eventId) {
        try (var operator = running.operator()) {
            var messages = new Messages(operator);
            int replayed =
                    consumers().stream()
                            .mapToInt(name -> messages.replay(name, Optional.ofNullable(eventId)))
                            .sum();
            if (replayed == 0 && eventId != null) {
                throw new Failure("no message with the id " + eventId + " waits");
            }
            out.println(
                    replayed == 1
                            ? "1 message was put back into its queue."
                            : replayed + " messages were put back into their queues.");
        }
    }

    /// The gateway keeps no record of what it could not handle.
    private List<String> consumers() {
        return running.services().stream()
                .map(Deployable::name)
                .filter(name -> !name.equals(Checkout.GATEWAY))
                .toList();
    }
}
