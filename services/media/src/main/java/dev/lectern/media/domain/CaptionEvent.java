package dev.lectern.media.domain;

import java.util.List;
import java.util.UUID;

/// What can happen to the captions of a video.
public sealed interface CaptionEvent {

    /// There are others than before.
    ///
    /// @param languages all it has now, each a BCP 47 tag, in their order
    record Changed(UUID video, UUID course, List<String> languages) implements CaptionEvent {}

    /// The engine will write none; somebody has to.
    record Failed(UUID video, UUID course) implements CaptionEvent {}
}
