package dev.lectern.media.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/// The tasks of media, each by the id of its video; what they do is in `jobs`.
public final class Timers {

    public static final TaskDescriptor<Void> EXPIRE_UPLOAD = TaskDescriptor.of("expire-upload");

    public static final TaskDescriptor<Void> MAKE_PLAYABLE = TaskDescriptor.of("make-playable");

    public static final TaskDescriptor<Void> TRANSCRIBE = TaskDescriptor.of("transcribe");

    /// Takes captions out of the store that nobody shows any more.
    public static final TaskDescriptor<Unshown> FORGET_CAPTIONS =
            TaskDescriptor.of("forget-captions", Unshown.class);

    private Timers() {}

    /// @param language as the tag says it
    public record Unshown(UUID videoId, String language) {}
}
