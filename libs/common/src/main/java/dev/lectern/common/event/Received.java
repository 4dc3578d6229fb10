package dev.lectern.common.event;

import dev.lectern.events.ContractEvent;
import java.time.Instant;
import java.util.UUID;

/// An event that arrived, with what its envelope says.
///
/// @param sequence within one subject the higher one is the newer; a copy is changed by a higher
///   one only
/// @param isNews false where this service asked for the current state and was told it again: it may
///   keep that, but nothing has happened
public record Received<E extends ContractEvent>(
        E event, UUID id, UUID subject, long sequence, Instant time, boolean isNews) {

    /// Something that has just happened.
    public Received(E event, UUID id, UUID subject, long sequence, Instant time) {
        this(event, id, subject, sequence, time, true);
    }
}
