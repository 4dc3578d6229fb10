package dev.lectern.media.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import dev.lectern.common.problem.Refusal;
import dev.lectern.common.task.TryingAgain;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/// Tries a task again as long as the store is away, and else a few times; then it is given up, and
/// whoever waits for it is told.
///
/// @param told by the id of what the task was about
record GivingUp(Consumer<UUID> told) implements FailureHandler<Void> {

    private static final int TRIES_AGAIN = 5;

    /// Somebody waits for it.
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var execution = complete.getExecution();
        var storeIsAway = complete.getCause().filter(Refusal.class::isInstance).isPresent();
        if (!storeIsAway && execution.consecutiveFailures >= TRIES_AGAIN) {
            told.accept(UUID.fromString(execution.taskInstance.getId()));
            operations.stop();
        } else {
            TryingAgain.<Void>forever(LONGEST_PAUSE).onFailure(complete, operations);
        }
    }
}
