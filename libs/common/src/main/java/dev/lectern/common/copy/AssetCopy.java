package dev.lectern.common.copy;

import dev.lectern.events.media.AssetReady;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// A service's own copy of which images and files of courses can be shown, in its table
/// `copy_asset`. An asset never changes, so it may be told late and twice.
@Transactional
public class AssetCopy {

    private static final String IMAGE = "IMAGE";

    private final JdbcClient jdbc;

    public AssetCopy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param kind IMAGE or FILE
    public record Asset(UUID assetId, UUID courseId, String kind) {

        public boolean isImage() {
            return kind.equals(IMAGE);
        }
    }

    public void keep(AssetReady asset) {
        jdbc.sql(
                        """
                        insert into copy_asset (asset_id, course_id, kind)
                        values (:asset, :course, :kind)
                        on conflict (asset_id) do update set kind = excluded.kind
                        """)
                .param("asset", asset.assetId())
                .param("course", asset.courseId())
                .param("kind", asset.kind())
                .update();
    }

    /// Those of them that were told, by their ids, whichever course they are of.
    @Transactional(readOnly = true)
    public Map<UUID, Asset> find(Collection<UUID> assets) {
        return assets.isEmpty()
                ? Map.of()
                : byId(
                        jdbc.sql("select * from copy_asset where asset_id in (:assets)")
                                .param("assets", assets)
                                .query(Asset.class)
                                .list());
    }

    /// All of a course, by their ids.
    @Transactional(readOnly = true)
    public Map<UUID, Asset> of(UUID course) {
        return byId(
                jdbc.sql("select * from copy_asset where course_id = :course")
                        .param("course", course)
                        .query(Asset.class)
                        .list());
    }

    private static Map<UUID, Asset> byId(List<Asset> assets) {
        return assets.stream().collect(Collectors.toMap(Asset::assetId, Function.identity()));
    }
}
