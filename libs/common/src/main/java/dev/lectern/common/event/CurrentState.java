package dev.lectern.common.event;

import dev.lectern.events.ContractEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The current state behind one of a producer's state-bearing types, so that a copy elsewhere can
/// be built anew from it.
public interface CurrentState {

    /// One aggregate as its event would tell it now.
    record Snapshot(UUID subject, ContractEvent event) {}

    /// The type these snapshots have.
    Class<? extends ContractEvent> type();

    /// The next aggregates by id, their rows locked until the surrounding transaction ends: a
    /// change that runs meanwhile must be told after the snapshot.
    List<Snapshot> after(@Nullable UUID id, int limit);

    /// The id to begin behind: that of the last aggregate, or one below all.
    static UUID startingAfter(@Nullable UUID id) {
        return id == null ? new UUID(0, 0) : id;
    }
}
