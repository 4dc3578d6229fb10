package dev.lectern.media.application;

import dev.lectern.media.domain.MediaRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much the files of one course may take up in the store, and how many pictures somebody may
/// send of their own. What failed takes up nothing.
@Component
class Quota {

    private static final int MOST_PORTRAITS = 10;
    private static final int PORTRAIT_DAYS = 30;

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

    /// Refuses a picture from somebody who sent enough of them. They are locked until it is
    /// announced, so that several sent at once are counted one by one.
    void requireForPortrait(UUID person, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:person, 0))")
                .param("person", person.toString())
                .query()
                .listOfRows();
        int sent =
                jdbc.sql(
                                """
                                select count(*) from asset
                                where user_id = :person and course_id is null
                                  and status <> 'FAILED' and upload_ends_at > :since
                                """)
                        .param("person", person)
                        .param(
                                "since",
                                now.minus(Duration.ofDays(PORTRAIT_DAYS)).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single();
        if (sent >= MOST_PORTRAITS) {
            throw MediaRefused.portraitsExceeded(MOST_PORTRAITS, PORTRAIT_DAYS);
        }
    }
}
