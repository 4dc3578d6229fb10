package dev.lectern.course.authoring.application;

import dev.lectern.common.copy.AssetCopy;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.CourseRefused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The pictures courses are shown with, from this service's own copy of their images.
@Component
class CourseCovers {

    private final AssetCopy assets;
    private final JdbcClient jdbc;
    private final PublishingSettings settings;

    CourseCovers(AssetCopy assets, JdbcClient jdbc, PublishingSettings settings) {
        this.assets = assets;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /// Refuses what is no image of the course, or was not heard of yet.
    ///
    /// @param pointer names the field in the refusal
    void requireKnown(CourseId course, @Nullable UUID image, String pointer) {
        if (image != null && !isImageOf(course, image)) {
            throw CourseRefused.referenceUnknown(pointer);
        }
    }

    /// Whether the draft has one, or needs none.
    boolean suffice(CourseId course) {
        return !settings.coverRequired()
                || jdbc.sql("select cover_asset_id is not null from course where id = :course")
                        .param("course", course.value())
                        .query(Boolean.class)
                        .single();
    }

    private boolean isImageOf(CourseId course, UUID image) {
        var asset = assets.find(List.of(image)).get(image);
        return asset != null && asset.isImage() && asset.courseId().equals(course.value());
    }
}
