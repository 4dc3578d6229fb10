package dev.lectern.assessment.attempts.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/// The timers of attempts; what they do when they fire is in `jobs`.
public final class Timers {

    /// The instance is the attempt's id.
    public static final TaskDescriptor<Void> SUBMIT_OVERDUE = TaskDescriptor.of("submit-overdue");

    private Timers() {}
}
