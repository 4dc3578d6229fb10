package dev.lectern.common.event;

/// What a service does with the events of one producer. Implementations live in `messaging`, one a
/// producer, and hold no logic: they name the use case for each type.
public interface EventConsumer {

    /// The producer, as named in `services.yaml`.
    String producer();

    /// Names a use case for every type this service consumes of the producer.
    void subscribe(Subscriptions on);
}
