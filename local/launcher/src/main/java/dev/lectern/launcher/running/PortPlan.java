package dev.lectern.launcher.running;

import dev.lectern.embedded.BrokerPorts;
import dev.lectern.embedded.Ports;
import dev.lectern.launcher.Mistake;
import dev.lectern.launcher.checkout.Deployable;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where everything listens: the documented ports, all moved by one offset, so that several copies
/// of the platform fit on one machine.
public record PortPlan(int offset) {

    private static final int FRONT_DOOR = 3000;
    private static final int POSTGRES = 3100;
    private static final int REDIS = 3101;
    private static final int BROKER = 3102;
    private static final int OBJECTS = 3105;
    private static final int MAIL = 3106;
    private static final int PAYMENTS = 3107;
    private static final int CONTROL = 3108;

    private static final int HIGHEST_OFFSET = 65_535 - CONTROL;

    /// Refuses an offset that would leave the range of ports.
    public PortPlan {
        if (offset < 0 || offset > HIGHEST_OFFSET) {
            throw new Mistake("--port-offset is a number from 0 to " + HIGHEST_OFFSET);
        }
    }

    public int of(Deployable deployable) {
        return deployable.port() + offset;
    }

    public URI addressOf(Deployable deployable) {
        return URI.create("http://localhost:" + of(deployable));
    }

    /// What browsers open, and the issuer of every token.
    public URI frontDoor() {
        return URI.create("http://localhost:" + (FRONT_DOOR + offset));
    }

    public int postgres() {
        return POSTGRES + offset;
    }

    public int redis() {
        return REDIS + offset;
    }

    public BrokerPorts broker() {
        int amqp = BROKER + offset;
        return new BrokerPorts(amqp, amqp + 1, amqp + 2);
    }

    public int objects() {
        return OBJECTS + offset;
    }

    public int mail() {
        return MAIL + offset;
    }

    public int payments() {
        return PAYMENTS + offset;
    }

    /// Where a browser pays while a stand-in takes the payments.
    public URI paymentPage() {
        return URI.create("http://localhost:" + payments());
    }

    public int control() {
        return CONTROL + offset;
    }

    public URI controlAddress() {
        return URI.create("http://localhost:" + control());
    }

    /// Every port these services and what they stand on will take, and for what.
    public Map<Integer, String> wanted(Collection<Deployable> services) {
        Map<Integer, String> wanted = new LinkedHashMap<>();
        services.forEach(one -> wanted.put(of(one), one.name()));
        wanted.put(postgres(), "Postgres");
        wanted.put(redis(), "Redis");
        wanted.putAll(Brokers.wanted(this));
        wanted.put(objects(), "objects");
        wanted.put(mail(), "mail");
        wanted.putAll(Payments.wanted(this));
        wanted.put(control(), "the control port");
        return wanted;
    }

    /// A line for each of those that somebody else has.
    public List<String> taken(Collection<Deployable> services) {
        return wanted(services).entrySet().stream()
                .filter(entry -> !Ports.isFree(entry.getKey()))
                .map(entry ->
                        "port %d, wanted for %s, is taken by %s"
                                .formatted(
                                        entry.getKey(),
                                        entry.getValue(),
                                        Ports.whoHolds(entry.getKey())
                                                .map(Ports.Holder::toString)
                                                .orElse("a process of another user")))
                .toList();
    }
}
