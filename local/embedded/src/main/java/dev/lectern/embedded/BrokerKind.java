package dev.lectern.embedded;

/// What a broker is behind its address.
public enum BrokerKind {
    /// A RabbitMQ node of this machine, private to its home.
    RABBITMQ,
    /// Qpid Broker-J in this JVM.
    EMBEDDED,
    /// A broker somebody else runs.
    EXTERNAL
}
