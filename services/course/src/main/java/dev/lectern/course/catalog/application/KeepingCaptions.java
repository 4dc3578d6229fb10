package dev.lectern.course.catalog.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.media.CaptionsChanged;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a copy of what media tells: in which languages videos have captions. The catalog shows a
/// language when every video of the course has it. Told late or twice, older news never replace
/// newer ones.
@Service
@Transactional
public class KeepingCaptions {

    private final JdbcClient jdbc;

    KeepingCaptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Received<CaptionsChanged> received) {
        var captions = received.event();
        lock(captions.courseId());
        var newer =
                jdbc.sql(
                                """
                                insert into copy_captions (video_id, course_id, languages, sequence)
                                values (:video, :course, :languages, :sequence)
                                on conflict (video_id) do update
                                set languages = excluded.languages, sequence = excluded.sequence
                                where copy_captions.sequence < excluded.sequence
                                """)
                        .param("video", captions.videoId())
                        .param("course", captions.courseId())
                        .param("languages", captions.languages().toArray(String[]::new))
                        .param("sequence", received.sequence())
                        .update();
        if (newer == 1) {
            show(captions.courseId());
        }
    }

    /// A listing that is being made does not know of captions or a rating that are being kept, nor
    /// they of it: one waits for the other.
    void lock(UUID course) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:course, 0))")
                .param("course", course.toString())
                .query()
                .listOfRows();
    }

    void show(UUID course) {
        jdbc.sql(
                        """
                        update catalog_entry
                        set captions = array(
                            select language from copy_captions, unnest(languages) language
                            where video_id = any(video_ids)
                            group by language having count(*) = cardinality(video_ids)
                            order by language)
                        where course_id = :course
                        """)
                .param("course", course)
                .update();
    }
}
