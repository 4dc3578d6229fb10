package dev.lectern.course.authoring.application;

import dev.lectern.events.media.VideoReady;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a copy of what media tells: which videos can be played, and how long they are. Neither
/// ever changes, so the first word of it is the last.
@Service
@Transactional
public class KeepingVideos {

    private final JdbcClient jdbc;

    KeepingVideos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(VideoReady video) {
        jdbc.sql(
                        """
                        insert into copy_video (video_id, course_id, duration_seconds)
                        values (:video, :course, :seconds)
                        on conflict (video_id) do nothing
                        """)
                .param("video", video.videoId())
                .param("course", video.courseId())
                .param("seconds", video.durationSeconds())
                .update();
    }
}
