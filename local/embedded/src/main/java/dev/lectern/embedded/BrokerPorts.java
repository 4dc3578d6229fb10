package dev.lectern.embedded;

/// The ports a broker listens on; 0 takes a free one. The last two serve a RabbitMQ node only.
///
/// @param amqp where clients connect
/// @param epmd the node's own Erlang port mapper, so that it never meets one of the machine
/// @param distribution where the node's command line tools connect
public record BrokerPorts(int amqp, int epmd, int distribution) {

    /// Three free ports.
    public static BrokerPorts free() {
        return new BrokerPorts(0, 0, 0);
    }
}
