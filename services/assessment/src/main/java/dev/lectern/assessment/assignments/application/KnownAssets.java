package dev.lectern.assessment.assignments.application;

import dev.lectern.assessment.assignments.domain.AssignmentRefused;
import dev.lectern.common.copy.AssetCopy;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which images and files can be handed in.
@Component
class KnownAssets {

    private final AssetCopy assets;

    KnownAssets(AssetCopy assets) {
        this.assets = assets;
    }

    /// Refuses what is unknown, or another course's.
    void requireOf(UUID course, List<UUID> handedIn) {
        var known = assets.find(handedIn);
        for (var i = 0; i < handedIn.size(); i++) {
            var asset = known.get(handedIn.get(i));
            if (asset == null || !asset.courseId().equals(course)) {
                throw AssignmentRefused.assetUnknown(i);
            }
        }
    }
}
