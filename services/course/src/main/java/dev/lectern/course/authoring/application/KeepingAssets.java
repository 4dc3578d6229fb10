package dev.lectern.course.authoring.application;

import dev.lectern.events.media.AssetReady;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a copy of what media tells: which images and files courses have. They never change, so the
/// first word of one is the last.
@Service
@Transactional
public class KeepingAssets {

    private final JdbcClient jdbc;

    KeepingAssets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(AssetReady asset) {
        jdbc.sql(
                        """
                        insert into copy_asset (asset_id, course_id, kind)
                        values (:asset, :course, :kind) on conflict (asset_id) do nothing
                        """)
                .param("asset", asset.assetId())
                .param("course", asset.courseId())
                .param("kind", asset.kind())
                .update();
    }
}
