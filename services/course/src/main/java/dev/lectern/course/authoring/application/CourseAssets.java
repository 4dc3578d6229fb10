package dev.lectern.course.authoring.application;

import dev.lectern.common.copy.AssetCopy;
import dev.lectern.course.authoring.domain.AssetKind;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.ReadyAssets;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which images and files of a course can be shown.
@Component
class CourseAssets {

    private final AssetCopy assets;

    CourseAssets(AssetCopy assets) {
        this.assets = assets;
    }

    ReadyAssets ready(CourseId course) {
        var kinds = new HashMap<UUID, AssetKind>();
        assets.of(course.value())
                .forEach((id, asset) -> kinds.put(id, AssetKind.valueOf(asset.kind())));
        return new ReadyAssets(kinds);
    }
}
