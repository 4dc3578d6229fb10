package dev.lectern.events.content;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The draft body of a lesson has a new revision.
///
/// @param empty whether there is nothing in it to read
/// @param assets the images and files it shows, each once; absent in what was told before they were
@EventType("content.lesson-changed.v1")
public record LessonChanged(
        UUID lessonId,
        UUID courseId,
        UUID revisionId,
        boolean empty,
        @Nullable List<ShownAsset> assets)
        implements ContractEvent {

    /// A body without images and files.
    public LessonChanged(UUID lessonId, UUID courseId, UUID revisionId, boolean empty) {
        this(lessonId, courseId, revisionId, empty, List.of());
    }

    /// An image or a file in a body.
    ///
    /// @param kind as what it is shown: IMAGE or FILE
    public record ShownAsset(UUID assetId, String kind) {}
}
