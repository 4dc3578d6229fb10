package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.CourseRefused;
import dev.lectern.course.authoring.domain.PlayableVideos;
import java.util.HashMap;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which videos of a course can be played, from this service's own copy.
@Component
class CourseVideos {

    private final JdbcClient jdbc;
    private final PublishingSettings settings;

    CourseVideos(JdbcClient jdbc, PublishingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /// Refuses a video that is none of the course's, or that cannot be played yet.
    ///
    /// @param pointer names the field in the refusal
    void requireKnown(CourseId course, @Nullable UUID video, String pointer) {
        if (video != null && !playable(course).seconds().containsKey(video)) {
            throw CourseRefused.referenceUnknown(pointer);
        }
    }

    /// Refuses a video of another course. One nobody has told of may be on its way; the gate waits
    /// for it.
    ///
    /// @param pointer names the field in the refusal
    void requireNotForeign(CourseId course, @Nullable UUID video, String pointer) {
        if (video != null && isOfAnother(course, video)) {
            throw CourseRefused.referenceUnknown(pointer);
        }
    }

    private boolean isOfAnother(CourseId course, UUID video) {
        return jdbc.sql(
                        """
                        select exists (select 1 from copy_video
                                       where video_id = :video and course_id <> :course)
                        """)
                .param("video", video)
                .param("course", course.value())
                .query(Boolean.class)
                .single();
    }

    PlayableVideos playable(CourseId course) {
        var seconds = new HashMap<UUID, Integer>();
        var uncaptioned = new HashSet<UUID>();
        jdbc.sql(
                        """
                        select video_id, duration_seconds,
                               coalesce(cardinality(languages), 0) = 0 as uncaptioned
                        from copy_video left join copy_captions using (video_id)
                        where copy_video.course_id = :course
                        """)
                .param("course", course.value())
                .query(row -> {
                    var video = row.getObject("video_id", UUID.class);
                    seconds.put(video, row.getInt("duration_seconds"));
                    if (settings.captionsRequired() && row.getBoolean("uncaptioned")) {
                        uncaptioned.add(video);
                    }
                });
        return new PlayableVideos(seconds, uncaptioned);
    }
}
