package dev.lectern.media.application;

import dev.lectern.common.task.DurableTasks;
import dev.lectern.media.domain.CaptionLanguage;
import dev.lectern.media.domain.CaptionSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which captions a video has. What somebody uploaded is never replaced by what an engine wrote.
@Service
@Transactional
class KeepingCaptions {

    /// An address that was signed before is good for as long.
    private static final Duration STILL_SHOWN = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final DurableTasks tasks;
    private final Clock clock;

    KeepingCaptions(JdbcClient jdbc, DurableTasks tasks, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.clock = clock;
    }

    record Kept(String language, CaptionSource source) {}

    void keep(UUID video, CaptionLanguage language, CaptionSource source) {
        jdbc.sql(
                        """
                        insert into caption (video_id, language, source)
                        values (:video, :language, :source)
                        on conflict (video_id, language) do update set source = excluded.source
                        where caption.source = 'ENGINE'
                        """)
                .param("video", video)
                .param("language", language.tag())
                .param("source", source.name())
                .update();
    }

    void remove(UUID video, CaptionLanguage language) {
        jdbc.sql("delete from caption where video_id = :video and language = :language")
                .param("video", video)
                .param("language", language.tag())
                .update();
        tasks.at(
                clock.instant().plus(STILL_SHOWN),
                Timers.FORGET_CAPTIONS,
                video + " " + language.tag(),
                new Timers.Unshown(video, language.tag()));
    }

    @Transactional(readOnly = true)
    boolean has(UUID video, String language) {
        return of(video).stream().anyMatch(kept -> kept.language().equals(language));
    }

    /// Those that were uploaded come first.
    @Transactional(readOnly = true)
    List<Kept> of(UUID video) {
        return jdbc.sql(
                        """
                        select language, source from caption where video_id = :video
                        order by source desc, language
                        """)
                .param("video", video)
                .query(Kept.class)
                .list();
    }
}
