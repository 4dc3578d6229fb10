package dev.lectern.media.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.media.domain.CaptionFormat;
import dev.lectern.media.domain.CaptionId;
import dev.lectern.media.domain.CaptionLanguage;
import dev.lectern.media.domain.CaptionSource;
import dev.lectern.media.domain.Captions;
import dev.lectern.media.domain.MediaRefused;
import dev.lectern.media.domain.VideoStatus;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Somebody who teaches the course gives a video its captions.
@Component
public class Captioning {

    private final JdbcClient jdbc;
    private final MembershipCopy members;
    private final ObjectStore store;
    private final KeepingCaptions keeping;

    Captioning(
            JdbcClient jdbc, MembershipCopy members, ObjectStore store, KeepingCaptions keeping) {
        this.jdbc = jdbc;
        this.members = members;
        this.store = store;
        this.keeping = keeping;
    }

    /// @param text as it was sent
    public record Upload(UUID video, CaptionLanguage language, CaptionFormat format, String text) {}

    private record Row(UUID courseId, VideoStatus status, @Nullable Integer durationSeconds) {}

    /// Takes captions in the place of those in the same language.
    public void upload(Upload command, Caller caller) {
        var row = taughtBy(caller, command.video());
        if (row.status() != VideoStatus.READY) {
            throw MediaRefused.videoNotReady(row.status());
        }
        var captions =
                Captions.read(
                        command.text(),
                        command.format(),
                        lengthOf(Objects.requireNonNull(row.durationSeconds())));
        keep(command.video(), command.language(), CaptionSource.UPLOADED, captions);
    }

    public void remove(UUID video, CaptionLanguage language, Caller caller) {
        taughtBy(caller, video);
        keeping.remove(video, language);
    }

    /// Keeps a text in a place of its own, and then shows it.
    void keep(UUID video, CaptionLanguage language, CaptionSource source, Captions captions) {
        var file = Playback.captionsFile(language.tag(), source, CaptionId.next());
        keeping.expect(video, file);
        store.write(Playback.captionsOf(video, file), captions.toVtt(), Playback.VTT);
        keeping.keep(video, language, source, file);
    }

    /// Takes a text out of the store that is not shown, be it no more or never.
    public void clear(UUID video, String file) {
        if (keeping.of(video).stream().noneMatch(kept -> kept.file().equals(file))) {
            store.remove(Playback.captionsOf(video, file));
        }
    }

    /// The seconds of a video are whole ones: its last cue may end within the second begun.
    static Duration lengthOf(int seconds) {
        return Duration.ofSeconds(seconds).plusMillis(999);
    }

    private Row taughtBy(Caller caller, UUID video) {
        return jdbc.sql("select course_id, status, duration_seconds from video where id = :id")
                .param("id", video)
                .query(Row.class)
                .optional()
                .filter(row -> members.has(row.courseId(), caller.id()))
                .orElseThrow(GenericRefusal::notFound);
    }
}
