package dev.lectern.common.event;

import dev.lectern.events.ContractEvent;
import java.time.Instant;
import java.util.UUID;

/// An event that arrived, with what its envelope says.
///
/// @param sequence within one subject the higher one is the newer; a copy is changed by a higher
///   one only
public record Received<E extends ContractEvent>(
        E event, UUID id, UUID subject, long sequence, Instant time) {}
