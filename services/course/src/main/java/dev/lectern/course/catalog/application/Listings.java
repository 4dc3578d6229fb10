package dev.lectern.course.catalog.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/// The tasks of the catalog; what they do is in `jobs`.
public final class Listings {

    public static final TaskDescriptor<Version> LIST =
            TaskDescriptor.of("list-in-catalog", Version.class);

    /// The instance is the course's id.
    public static final TaskDescriptor<Void> UNLIST = TaskDescriptor.of("take-out-of-catalog");

    public static final TaskDescriptor<Instructor> NAME =
            TaskDescriptor.of("name-instructor", Instructor.class);

    private Listings() {}

    /// A version that was published.
    public record Version(UUID courseId, int version) {

        /// Tells this work from that for any other version.
        public String key() {
            return courseId + ":" + version;
        }
    }

    /// Somebody whose name is shown beside their courses.
    public record Instructor(UUID userId) {}
}
