package dev.lectern.common.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Work that must follow a commit: scheduled in the business transaction, so it exists exactly when
/// the change does, and started right after the commit instead of at the next poll.
public class DurableTasks {

    private final SchedulerClient client;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    DurableTasks(SchedulerClient client, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.client = client;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Runs the task as soon as the surrounding transaction has committed. A task with this id that
    /// already waits is not doubled.
    ///
    /// @return whether it was new
    public boolean soon(TaskDescriptor<Void> task, String id) {
        return at(clock.instant(), task, id);
    }

    /// As above, carrying data the task needs.
    public <T> boolean soon(TaskDescriptor<T> task, String id, T data) {
        return at(clock.instant(), task, id, data);
    }

    /// Runs the task at this time, or with the next commit when the time has passed.
    public boolean at(Instant time, TaskDescriptor<Void> task, String id) {
        var isNew = client.scheduleIfNotExists(task.instance(id).scheduledTo(time));
        wakeAfterCommit(time);
        return isNew;
    }

    /// As above, carrying data the task needs.
    public <T> boolean at(Instant time, TaskDescriptor<T> task, String id, T data) {
        var isNew = client.scheduleIfNotExists(task.instance(id).data(data).scheduledTo(time));
        wakeAfterCommit(time);
        return isNew;
    }

    private void wakeAfterCommit(Instant time) {
        if (time.isAfter(clock.instant())) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wake();
                    }
                });
    }

    private void wake() {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }
}
