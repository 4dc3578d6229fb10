package dev.lectern.media.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.media.domain.CaptionEvent;
import dev.lectern.media.domain.CaptionLanguage;
import dev.lectern.media.domain.CaptionSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which captions a video has. What somebody uploaded is never replaced by what an engine wrote.
/// Every text has a place of its own in the store, so none is changed under a reader's eyes; a
/// place that is shown no more is looked at again when no signed address leads there any longer.
@Service
@Transactional
class KeepingCaptions {

    /// An address that was signed before is good for as long.
    private static final Duration STILL_SHOWN = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final DurableTasks tasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingCaptions(
            JdbcClient jdbc, DurableTasks tasks, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
    }

    record Kept(String language, CaptionSource source, String file) {}

    /// A place is about to be written. Should it never be shown, it is cleared.
    void expect(UUID video, String file) {
        clearLater(video, file, "written");
    }

    void keep(UUID video, CaptionLanguage language, CaptionSource source, String file) {
        var course = lock(video);
        var before =
                of(video).stream()
                        .filter(kept -> kept.language().equals(language.tag()))
                        .findFirst();
        if (source == CaptionSource.ENGINE
                && before.map(Kept::source).filter(CaptionSource.UPLOADED::equals).isPresent()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into caption (video_id, language, source, file)
                        values (:video, :language, :source, :file)
                        on conflict (video_id, language)
                        do update set source = excluded.source, file = excluded.file
                        """)
                .param("video", video)
                .param("language", language.tag())
                .param("source", source.name())
                .param("file", file)
                .update();
        before.ifPresent(kept -> clearLater(video, kept.file(), "replaced"));
        changed(video, course);
    }

    /// Removing what is not there is no news.
    void remove(UUID video, CaptionLanguage language) {
        var course = lock(video);
        Optional<String> file =
                jdbc.sql(
                                """
                                delete from caption
                                where video_id = :video and language = :language returning file
                                """)
                        .param("video", video)
                        .param("language", language.tag())
                        .query(String.class)
                        .optional();
        if (file.isPresent()) {
            clearLater(video, file.get(), "removed");
            changed(video, course);
        }
    }

    /// Those that were uploaded come first.
    @Transactional(readOnly = true)
    List<Kept> of(UUID video) {
        return jdbc.sql(
                        """
                        select language, source, file from caption where video_id = :video
                        order by source desc, language
                        """)
                .param("video", video)
                .query(Kept.class)
                .list();
    }

    /// The engine is not asked any more.
    void failed(UUID video) {
        events.publishEvent(new CaptionEvent.Failed(video, lock(video)));
    }

    /// One writer at a time, so that the news of a video are told in their order.
    private UUID lock(UUID video) {
        return jdbc.sql("select course_id from video where id = :video for update")
                .param("video", video)
                .query(UUID.class)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    private void changed(UUID video, UUID course) {
        var languages = of(video).stream().map(Kept::language).sorted().toList();
        events.publishEvent(new CaptionEvent.Changed(video, course, languages));
    }

    private void clearLater(UUID video, String file, String why) {
        tasks.at(
                clock.instant().plus(STILL_SHOWN),
                Timers.CLEAR_CAPTIONS,
                video + " " + file + " " + why,
                new Timers.Unshown(video, file));
    }
}
