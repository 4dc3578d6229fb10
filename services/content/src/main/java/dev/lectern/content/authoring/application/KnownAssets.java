package dev.lectern.content.authoring.application;

import dev.lectern.common.copy.AssetCopy;
import dev.lectern.content.authoring.domain.AssetRefused;
import dev.lectern.content.authoring.domain.body.LessonBody;
import dev.lectern.content.authoring.domain.body.ShownAsset;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which images and files a body can show, as far as media has told.
@Component
class KnownAssets {

    private final AssetCopy assets;

    KnownAssets(AssetCopy assets) {
        this.assets = assets;
    }

    /// Refuses what is known to be wrong: another course's, and a file as a picture. What was not
    /// heard of is taken: it may be checked this very moment, and a draft is not lost for that.
    /// Before anybody else sees it, course asks again.
    void requireFit(UUID course, LessonBody body) {
        var known = assets.find(body.assets().stream().map(ShownAsset::assetId).toList());
        var refused = new LinkedHashMap<String, AssetRefused>();
        for (var i = 0; i < body.blocks().size(); i++) {
            var shown = body.blocks().get(i).asset().orElse(null);
            var asset = shown == null ? null : known.get(shown.assetId());
            if (shown == null || asset == null) {
                continue;
            }
            var pointer = "/blocks/" + i + "/assetId";
            if (!asset.courseId().equals(course)) {
                refused.put(pointer, AssetRefused.unknown());
            } else if (shown.kind() == ShownAsset.Kind.IMAGE && !asset.isImage()) {
                refused.put(pointer, AssetRefused.noImage());
            }
        }
        var faults =
                refused.entrySet().stream().map(one -> one.getValue().at(one.getKey())).toList();
        if (!refused.isEmpty()) {
            throw refused.firstEntry().getValue().because(faults);
        }
    }
}
