package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.AssetKind;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.ReadyAssets;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which images and files of a course can be shown, from this service's own copy.
@Component
class CourseAssets {

    private final JdbcClient jdbc;

    CourseAssets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ReadyAssets ready(CourseId course) {
        var kinds = new HashMap<UUID, AssetKind>();
        jdbc.sql("select asset_id, kind from copy_asset where course_id = :course")
                .param("course", course.value())
                .query(row -> {
                    kinds.put(
                            row.getObject("asset_id", UUID.class),
                            AssetKind.valueOf(row.getString("kind")));
                });
        return new ReadyAssets(kinds);
    }
}
