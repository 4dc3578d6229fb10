package dev.lectern.assessment.assignments.application;

import dev.lectern.assessment.assignments.domain.AssignmentRefused;
import dev.lectern.events.media.AssetReady;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// This service's own copy of which images and files a course has. An asset never changes, so it
/// may be told late and twice.
@Component
@Transactional
public class KnownAssets {

    private final JdbcClient jdbc;

    KnownAssets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(AssetReady asset) {
        jdbc.sql(
                        """
                        insert into copy_asset (asset_id, course_id) values (:asset, :course)
                        on conflict do nothing
                        """)
                .param("asset", asset.assetId())
                .param("course", asset.courseId())
                .update();
    }

    /// Refuses what is unknown, or another course's.
    void requireOf(UUID course, List<UUID> assets) {
        if (assets.isEmpty()) {
            return;
        }
        var known =
                new HashSet<>(
                        jdbc.sql(
                                        """
                                        select asset_id from copy_asset
                                        where asset_id in (:assets) and course_id = :course
                                        """)
                                .param("assets", assets)
                                .param("course", course)
                                .query(UUID.class)
                                .list());
        for (var i = 0; i < assets.size(); i++) {
            if (!known.contains(assets.get(i))) {
                throw AssignmentRefused.assetUnknown(i);
            }
        }
    }
}
