package dev.lectern.analytics.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.lectern.common.task.DurableTasks;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// The tables are made again from the lake, while everybody goes on reading and writing them.
@Service
public class Rebuilding {

    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("rebuild-tables");

    private static final Logger log = LoggerFactory.getLogger(Rebuilding.class);

    private final RebuildSteps steps;
    private final LakePlan plan;
    private final LakeStore store;
    private final DurableTasks tasks;

    Rebuilding(RebuildSteps steps, LakePlan plan, LakeStore store, DurableTasks tasks) {
        this.steps = steps;
        this.plan = plan;
        this.store = store;
        this.tasks = tasks;
    }

    /// Rebuilds soon; while one rebuild waits or runs there is no second.
    ///
    /// @return whether there was none
    public boolean request() {
        return tasks.soon(TASK, "tables");
    }

    /// The newest first.
    public List<RebuildView> latest() {
        return steps.latest();
    }

    /// Cut off anywhere, it begins anew.
    public void rebuild() {
        var run = steps.begin();
        try (var keys = store.keys()) {
            keys.forEach(this::read);
        }
        steps.finish(run);
        log.info("Rebuilt from the lake: {}", steps.latest().getFirst());
    }

    private void read(String key) {
        var whole =
                store.find(key)
                        .filter(content ->
                                plan.digestOf(key)
                                        .map(LakeFile.sha256(content)::equals)
                                        .orElse(true));
        if (whole.isPresent()) {
            steps.apply(key, LakeFile.read(whole.get()));
        } else {
            log.error("{} is not what was written; its events are taken from the log", key);
        }
    }
}
