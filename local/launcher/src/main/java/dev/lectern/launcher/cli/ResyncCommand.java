package dev.lectern.launcher.cli;

import dev.lectern.events.Platform;
import dev.lectern.launcher.Mistake;
import dev.lectern.launcher.operator.Messages;
import java.io.PrintStream;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Repairs the copies one service keeps of another's facts.
@Command(name = "resync", description = "Have one service fetch another's state again.")
final class ResyncCommand implements Runnable {

    private final Running running;
    private final PrintStream out;

    @Parameters(index = "0", paramLabel = "<consumer>")
    private String consumer = "";

    @Parameters(index = "1", paramLabel = "<producer>")
    private String producer = "";

    ResyncCommand(Running running, PrintStream out) {
        this.running = running;
        this.out = out;
    }

    @Override
    public void run() {
        String asking = running.service(consumer).name();
        var known = copiedBy(asking);
        if (!known.contains(producer)) {
            throw new Mistake(
                    known.isEmpty()
                            ? asking + " keeps no copies of other services"
                            : "%s keeps no copy of '%s', only of %s"
                                    .formatted(asking, producer, String.join(", ", known)));
        }
        running.service(producer);
        try (var operator = running.operator()) {
            new Messages(operator).resync(asking, producer);
        }
        out.printf("%s has asked %s for its current state.%n", asking, producer);
    }

    private static Set<String> copiedBy(String service) {
        var platform = Platform.load();
        var producers = new TreeSet<String>();
        for (String type : platform.service(service).consumes()) {
            String producer = Platform.producerOf(type);
            if (platform.service(producer).replays().contains(type)) {
                producers.add(producer);
            }
        }
        return producers;
    }
}
