package dev.lectern.media.application;

import dev.lectern.media.domain.MediaRefused;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much the files of one course may take up in the store. What failed takes up nothing.
@Component
class Quota {

    private final JdbcClient jdbc;
    private final MediaSettings settings;

    Quota(JdbcClient jdbc, MediaSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /// Refuses more bytes than there is room for. The course is locked until they are announced, so
    /// that two who ask at once do not share the same room.
    void require(UUID course, long bytes) {
        jdbc.sql("select 1 from copy_membership where course_id = :course for update")
                .param("course", course)
                .query()
                .listOfRows();
        long used =
                jdbc.sql(
                                """
                                select coalesce(sum(size_bytes), 0) from (
                                    select size_bytes from video
                                    where course_id = :course and status <> 'FAILED'
                                    union all
                                    select size_bytes from asset
                                    where course_id = :course and status <> 'FAILED') taken
                                """)
                        .param("course", course)
                        .query(Long.class)
                        .single();
        var quota = settings.courseQuota().toBytes();
        if (used + bytes > quota) {
            throw MediaRefused.quotaExceeded(used, quota);
        }
    }
}
