package dev.lectern.launcher.control;

import dev.lectern.embedded.Broker;
import dev.lectern.embedded.BrokerKind;
import java.util.regex.MatchResult;

/// `POST /broker/stop` and `/start`: for a while the platform has no broker, and then the same one
/// again with the messages it had.
final class BrokerPaths extends ControlPaths {

    private final Broker broker;

    BrokerPaths(Broker broker) {
        super("/broker/(stop|start)");
        this.broker = broker;
    }

    @Override
    Answer obey(MatchResult path, String body) {
        if (broker.kind() == BrokerKind.EXTERNAL) {
            return new Answer.Refused(
                    409, "BROKER_EXTERNAL", "The " + broker + " was not started by Lectern.");
        }
        // Two orders at once would meet in the middle of each other.
        synchronized (broker) {
            if (path.group(1).equals("stop")) {
                broker.stop();
            } else if (!broker.isRunning()) {
                broker.restart();
            }
        }
        return new Answer.Done();
    }
}
