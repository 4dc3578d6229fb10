package dev.lectern.media.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/// The tasks of media, each by the id of its video or asset; what they do is in `jobs`.
public final class Timers {

    public static final TaskDescriptor<Void> EXPIRE_UPLOAD = TaskDescriptor.of("expire-upload");

    public static final TaskDescriptor<Void> MAKE_PLAYABLE = TaskDescriptor.of("make-playable");

    public static final TaskDescriptor<Void> EXPIRE_ASSET = TaskDescriptor.of("expire-asset");

    public static final TaskDescriptor<Void> CHECK_ASSET = TaskDescriptor.of("check-asset");

    public static final TaskDescriptor<Void> TRANSCRIBE = TaskDescriptor.of("transcribe");

    public static final TaskDescriptor<ClearingUploads.Leftover> CLEAR_UPLOAD =
            TaskDescriptor.of("clear-upload", ClearingUploads.Leftover.class);

    public static final TaskDescriptor<Unshown> CLEAR_CAPTIONS =
            TaskDescriptor.of("clear-captions", Unshown.class);

    private Timers() {}

    /// @param file in the folder of the video's captions
    public record Unshown(UUID videoId, String file) {}
}
