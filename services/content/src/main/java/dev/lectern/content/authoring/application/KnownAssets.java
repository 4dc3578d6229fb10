package dev.lectern.content.authoring.application;

import dev.lectern.content.authoring.domain.AssetRefused;
import dev.lectern.content.authoring.domain.body.LessonBody;
import dev.lectern.content.authoring.domain.body.ShownAsset;
import dev.lectern.events.media.AssetReady;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// This service's own copy of the images and files that can be shown. None ever changes, so the
/// first word of one is the last.
@Component
@Transactional
public class KnownAssets {

    private record Known(UUID assetId, UUID courseId, boolean image) {}

    private final JdbcClient jdbc;

    KnownAssets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(AssetReady asset) {
        jdbc.sql(
                        """
                        insert into copy_asset (asset_id, course_id, image)
                        values (:asset, :course, :image) on conflict do nothing
                        """)
                .param("asset", asset.assetId())
                .param("course", asset.courseId())
                .param("image", asset.kind().equals("IMAGE"))
                .update();
    }

    /// Refuses what is known to be wrong: another course's, and a file as a picture. What was not
    /// heard of is taken: it may be checked this very moment, and a draft is not lost for that.
    /// Before anybody else sees it, course asks again.
    void requireFit(UUID course, LessonBody body) {
        var known = known(body);
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
            } else if (shown.kind() == ShownAsset.Kind.IMAGE && !asset.image()) {
                refused.put(pointer, AssetRefused.noImage());
            }
        }
        var faults =
                refused.entrySet().stream().map(one -> one.getValue().at(one.getKey())).toList();
        if (!refused.isEmpty()) {
            throw refused.firstEntry().getValue().because(faults);
        }
    }

    private Map<UUID, Known> known(LessonBody body) {
        var ids = body.assets().stream().map(ShownAsset::assetId).toList();
        var known = new HashMap<UUID, Known>();
        if (!ids.isEmpty()) {
            jdbc.sql("select asset_id, course_id, image from copy_asset where asset_id in (:ids)")
                    .param("ids", ids)
                    .query(Known.class)
                    .list()
                    .forEach(asset -> known.put(asset.assetId(), asset));
        }
        return known;
    }
}
