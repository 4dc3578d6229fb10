package dev.lectern.launcher.running;

import dev.lectern.embedded.BrokerPorts;
import dev.lectern.launcher.checkout.Deployable;
import java.net.URI;

/// Where everything listens: the documented ports, all moved by one offset, so that several copies
/// of the platform fit on one machine.
public record PortPlan(int offset) {

    private static final int FRONT_DOOR = 3000;
    private static final int POSTGRES = 3100;
    private static final int REDIS = 3101;
    private static final int BROKER = 3102;
    private static final int MAIL = 3106;
    private static final int CONTROL = 3108;

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

    public int mail() {
        return MAIL + offset;
    }

    public int control() {
        return CONTROL + offset;
    }

    public URI controlAddress() {
        return URI.create("http://localhost:" + control());
    }
}
