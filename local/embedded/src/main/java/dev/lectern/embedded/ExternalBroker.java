package dev.lectern.embedded;

/// A broker somebody else runs.
record ExternalBroker(String host, int port, String username, String password, String virtualHost)
        implements Broker {

    @Override
    public BrokerKind kind() {
        return BrokerKind.EXTERNAL;
    }

    /// As far as anybody here knows.
    @Override
    public boolean isRunning() {
        return true;
    }

    @Override
    public void stop() {
        throw notOurs();
    }

    @Override
    public void restart() {
        throw notOurs();
    }

    /// Nothing was started, so nothing is to be ended.
    @Override
    public void close() {}

    /// The password stays out of logs.
    @Override
    public String toString() {
        return "broker " + host + ":" + port;
    }

    private UnsupportedOperationException notOurs() {
        return new UnsupportedOperationException(this + " is run by somebody else");
    }
}
