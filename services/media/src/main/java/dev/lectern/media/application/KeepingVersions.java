package dev.lectern.media.application;

import dev.lectern.common.copy.SequenceCopy;
import dev.lectern.common.event.Received;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.course.CoursePublished.Lesson;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps this service's copy of which videos, images and files the versions of a course show. A
/// version never changes, so it is written once and told again without effect; which one newcomers
/// get is what was said last.
@Service
@Transactional
public class KeepingVersions {

    private final JdbcClient jdbc;
    private final SequenceCopy sequences;

    KeepingVersions(JdbcClient jdbc, SequenceCopy sequences) {
        this.jdbc = jdbc;
        this.sequences = sequences;
    }

    public void keep(Received<CoursePublished> received) {
        var course = received.event();
        sequences.keep(course);
        var isNew = isNew(course);
        course.sections().stream()
                .flatMap(section -> section.lessons().stream())
                .forEach(lesson -> {
                    if (isNew) {
                        keep(course, lesson);
                    }
                    keepAssets(course, lesson);
                });
        jdbc.sql(
                        """
                        insert into copy_course
                            (course_id, offered_version, cover_asset_id, promo_video_id, withdrawn,
                             sequence)
                        values (:course, :version, :cover, :promo, :withdrawn, :sequence)
                        on conflict (course_id) do update
                        set offered_version = excluded.offered_version,
                            cover_asset_id = excluded.cover_asset_id,
                            promo_video_id = excluded.promo_video_id,
                            withdrawn = excluded.withdrawn,
                            sequence = excluded.sequence
                        where copy_course.sequence < excluded.sequence
                        """)
                .param("course", course.courseId())
                .param("version", course.version())
                .param("cover", course.coverAssetId())
                .param("promo", course.promoVideoId())
                .param("withdrawn", course.withdrawnAt() != null)
                .param("sequence", received.sequence())
                .update();
    }

    private boolean isNew(CoursePublished course) {
        return jdbc.sql(
                                """
                                insert into copy_course_version (course_id, version)
                                values (:course, :version) on conflict do nothing
                                """)
                        .param("course", course.courseId())
                        .param("version", course.version())
                        .update()
                == 1;
    }

    /// Also of a version that was told before assets were.
    private void keepAssets(CoursePublished course, Lesson lesson) {
        for (var asset : Objects.requireNonNullElse(lesson.assetIds(), List.<UUID>of())) {
            jdbc.sql(
                            """
                            insert into copy_course_asset
                                (course_id, course_version, asset_id, lesson_id, preview)
                            values (:course, :version, :asset, :lesson, :preview)
                            on conflict do nothing
                            """)
                    .param("course", course.courseId())
                    .param("version", course.version())
                    .param("asset", asset)
                    .param("lesson", lesson.lessonId())
                    .param("preview", lesson.preview())
                    .update();
        }
    }

    /// Two lessons may show one video: it is open to anybody when one of them is.
    private void keep(CoursePublished course, Lesson lesson) {
        if (!lesson.kind().equals("VIDEO") || lesson.refId() == null) {
            return;
        }
        jdbc.sql(
                        """
                        insert into copy_course_video (course_id, course_version, video_id, preview)
                        values (:course, :version, :video, :preview)
                        on conflict (course_id, course_version, video_id) do update
                        set preview = copy_course_video.preview or excluded.preview
                        """)
                .param("course", course.courseId())
                .param("version", course.version())
                .param("video", lesson.refId())
                .param("preview", lesson.preview())
                .update();
    }
}
