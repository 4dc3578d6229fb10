package dev.lectern.analytics.application;

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

    /// Writes until nothing waits. What is planned goes first, so that a store that is away leaves
    /// one small object planned and not one for every try.
    public void fill() {
        do {
            for (var key = plan.unwritten(); key.isPresent(); key = plan.unwritten()) {
                write(key.get());
            }
        } while (plan.planNext());
    }

    private void write(String key) {
        var content = LakeFile.write(plan.linesOf(key));
        store.put(key, content);
        plan.written(key, LakeFile.sha256(content));
    }
}
