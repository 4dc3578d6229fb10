package dev.lectern.embedded;

/// A part was asked to listen on a port that somebody else holds; the message is one helpful line.
public final class PortTakenException extends IllegalStateException {

    private final int port;

    PortTakenException(int port, String purpose, String holder) {
        super("port %d, wanted for %s, is taken by %s".formatted(port, purpose, holder));
        this.port = port;
    }

    public int port() {
        return port;
    }
}
