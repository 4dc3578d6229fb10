package dev.lectern.analytics.application;

import java.util.Arrays;
import org.springframework.stereotype.Service;

/// Writes what was logged to the lake. Nothing is marked written before the store has said so:
/// while it is away events wait in the log, and whoever is killed does the same again.
@Service
public class FillingLake {

    private final LakePlan plan;
    private final LakeStore store;

    FillingLake(LakePlan plan, LakeStore store) {
        this.plan = plan;
        this.store = store;
    }

    /// Writes what waits now. What comes meanwhile waits for the next turn: otherwise a busy hour
    /// would be written one event an object. What is planned goes first, so that a store that is
    /// away leaves one small object planned and not one for every try.
    public void fill() {
        var last = plan.lastWaiting();
        do {
            for (var key = plan.unwritten(); key.isPresent(); key = plan.unwritten()) {
                write(key.get());
            }
        } while (plan.planNext(last));
    }

    private void write(String key) {
        var content = LakeFile.write(plan.linesOf(key));
        if (plan.digestOf(key).isEmpty()) {
            requireFree(key, content);
        }
        store.put(key, content);
        plan.written(key, LakeFile.sha256(content));
    }

    /// Positions begin anew in a database that was made anew. What an earlier one has written is
    /// worth more than going on.
    private void requireFree(String key, byte[] content) {
        store.find(key)
                .filter(other -> !Arrays.equals(other, content))
                .ifPresent(other -> {
                    throw new IllegalStateException(
                            key + " holds the events of another log; set the positions beyond it");
                });
    }
}
