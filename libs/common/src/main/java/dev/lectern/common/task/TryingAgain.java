package dev.lectern.common.task;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Repeats a failed task ever later, but never with a longer pause than this, so that it is done
/// soon after the other side is back.
///
/// @param atMost how often, before it is given up
/// @param longest pause between two tries
public record TryingAgain<T>(int atMost, Duration longest) implements FailureHandler<T> {

    private static final Logger log = LoggerFactory.getLogger(TryingAgain.class);
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    public TryingAgain(int atMost) {
        this(atMost, LONGEST);
    }

    /// For what must happen some day.
    public static <T> TryingAgain<T> forever() {
        return forever(LONGEST);
    }

    /// For what must happen, and soon once it can.
    public static <T> TryingAgain<T> forever(Duration longest) {
        return new TryingAgain<>(Integer.MAX_VALUE, longest);
    }

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
        var execution = complete.getExecution();
        var failures = execution.consecutiveFailures + 1;
        if (failures > atMost) {
            log.error("Task {} is given up after {} failures", execution, failures);
            operations.stop();
            return;
        }
        var wait = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
        operations.reschedule(
                complete,
                complete.getTimeDone().plus(wait.compareTo(longest) > 0 ? longest : wait));
    }
}
