package dev.lectern.events;

/// A fact one service tells the others. Implementations are records annotated with [EventType] and
/// carry opaque ids and numbers, never personal data.
public interface ContractEvent {

    /// The type name on the wire, `<service>.<fact>.v<N>`.
    static String typeOf(Class<? extends ContractEvent> event) {
        var type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getName() + " has no @EventType");
        }
        return type.value();
    }
}
