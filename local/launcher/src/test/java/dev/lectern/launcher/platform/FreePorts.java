package dev.lectern.launcher.platform;

import dev.lectern.embedded.Ports;
import dev.lectern.launcher.running.PortPlan;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Room for one more platform on this machine.
public final class FreePorts {

    // All ports of a plan lie below those the kernel gives to outgoing connections.
    private static final int LOWEST = 170;
    private static final int HIGHEST = 280;
    private static final int ATTEMPTS = 100;

    private FreePorts() {}

    public static PortPlan plan() {
        return Stream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST) * 100)
                .limit(ATTEMPTS)
                .map(PortPlan::new)
                .filter(FreePorts::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no room for another platform"));
    }

    private static boolean isFree(PortPlan plan) {
        var broker = plan.broker();
        return plan.taken(Lectern.checkout().deployables()).isEmpty()
                && IntStream.of(broker.amqp(), broker.epmd(), broker.distribution())
                        .allMatch(Ports::isFree);
    }
}
