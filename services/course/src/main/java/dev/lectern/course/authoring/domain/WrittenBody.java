package dev.lectern.course.authoring.domain;

import java.util.List;
import java.util.UUID;

/// A body that is not empty.
///
/// @param assets the images and files it shows
public record WrittenBody(UUID revisionId, List<ShownAsset> assets) {

    public WrittenBody {
        assets = List.copyOf(assets);
    }
}
