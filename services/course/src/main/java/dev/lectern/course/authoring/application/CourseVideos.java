package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.CourseRefused;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which videos of a course can be played, from this service's own copy.
@Component
class CourseVideos {

    private final JdbcClient jdbc;

    CourseVideos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Refuses a video that is none of the course's, or that cannot be played yet.
    ///
    /// @param pointer names the field in the refusal
    void requireKnown(CourseId course, @Nullable UUID video, String pointer) {
        if (video != null && !seconds(course).containsKey(video)) {
            throw CourseRefused.referenceUnknown(pointer);
        }
    }

    /// How long each one is.
    Map<UUID, Integer> seconds(CourseId course) {
        var seconds = new HashMap<UUID, Integer>();
        jdbc.sql("select video_id, duration_seconds from copy_video where course_id = :course")
                .param("course", course.value())
                .query(row -> {
                    seconds.put(
                            row.getObject("video_id", UUID.class), row.getInt("duration_seconds"));
                });
        return seconds;
    }
}
