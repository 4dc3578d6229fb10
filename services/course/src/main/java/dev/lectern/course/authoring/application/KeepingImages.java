package dev.lectern.course.authoring.application;

import dev.lectern.events.media.AssetReady;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a copy of what media tells: which images courses have. They never change, so the first
/// word of one is the last.
@Service
@Transactional
public class KeepingImages {

    private final JdbcClient jdbc;

    KeepingImages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(AssetReady asset) {
        if (!asset.kind().equals("IMAGE")) {
            return;
        }
        jdbc.sql(
                        """
                        insert into copy_image (asset_id, course_id) values (:asset, :course)
                        on conflict (asset_id) do nothing
                        """)
                .param("asset", asset.assetId())
                .param("course", asset.courseId())
                .update();
    }
}
