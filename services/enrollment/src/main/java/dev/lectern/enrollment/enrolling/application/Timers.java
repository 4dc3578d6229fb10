package dev.lectern.enrollment.enrolling.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/// The timers of enrolling; what they do when they fire is in `jobs`.
public final class Timers {

    /// The instance is the order's id.
    public static final TaskDescriptor<Void> EXPIRE_HOLD = TaskDescriptor.of("expire-seat-hold");

    /// The instance is the enrollment's id.
    public static final TaskDescriptor<Void> EXPIRE_ENROLLMENT =
            TaskDescriptor.of("expire-enrollment");

    /// The instance is the run's id.
    public static final TaskDescriptor<Void> PROMOTE = TaskDescriptor.of("promote-waiting");

    private Timers() {}
}
