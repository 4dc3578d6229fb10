package dev.lectern.media.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.media.domain.CaptionLanguage;
import dev.lectern.media.domain.MediaRefused;
import dev.lectern.media.domain.VideoStatus;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What somebody may see of a video.
@Component
public class VideoViews {

    private static final Duration SIGNED = Duration.ofMinutes(15);
    private static final Pattern PLAYLIST = Pattern.compile("[a-z0-9]+\\.m3u8");
    private static final Pattern SEGMENT = Pattern.compile("[0-9]+p-[0-9]+\\.ts");

    private final JdbcClient jdbc;
    private final Audience audience;
    private final KeepingCaptions captions;
    private final ObjectStore store;
    private final Clock clock;

    VideoViews(
            JdbcClient jdbc,
            Audience audience,
            KeepingCaptions captions,
            ObjectStore store,
            Clock clock) {
        this.captions = captions;
        this.jdbc = jdbc;
        this.audience = audience;
        this.store = store;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            String title,
            UUID userId,
            UUID courseId,
            VideoStatus status,
            @Nullable String failure,
            @Nullable Integer durationSeconds,
            boolean rendered) {}

    public VideoView one(UUID id, Optional<Caller> caller) {
        var row = row(id, caller);
        var ready = row.status() == VideoStatus.READY;
        var kept = captions.of(id);
        return new VideoView(
                row.id(),
                row.title(),
                row.userId(),
                row.courseId(),
                row.status(),
                row.failure(),
                row.durationSeconds(),
                row.rendered() ? signed(Playback.keyOf(id, Playback.POSTER)) : null,
                ready ? signed(Playback.fileOf(id)) : null,
                row.rendered() ? "/api/v1/video/" + id + "/hls/" + Playback.MASTER : null,
                kept.stream().findFirst().map(one -> keyOf(id, one)).orElse(null),
                kept.stream().map(one -> view(id, one)).toList(),
                ready ? clock.instant().plus(SIGNED) : null);
    }

    private CaptionView view(UUID id, KeepingCaptions.Kept kept) {
        return new CaptionView(
                kept.language(),
                new CaptionLanguage(kept.language()).label(),
                signed(keyOf(id, kept)),
                kept.source(),
                "READY");
    }

    private static String keyOf(UUID id, KeepingCaptions.Kept kept) {
        return Playback.captionsOf(id, kept.file());
    }

    /// A playlist, small enough to be passed on.
    public String playlist(UUID id, String file, Optional<Caller> caller) {
        requireRendered(id, caller);
        return store.read(Playback.keyOf(id, file)).orElseThrow(GenericRefusal::notFound);
    }

    /// Where the bytes of a segment are.
    public URI segment(UUID id, String file, Optional<Caller> caller) {
        requireRendered(id, caller);
        if (!SEGMENT.matcher(file).matches()) {
            throw GenericRefusal.notFound();
        }
        return signed(Playback.keyOf(id, file));
    }

    /// Whether a file is a playlist; whatever else is asked for can only be a segment.
    public static boolean isPlaylist(String file) {
        return PLAYLIST.matcher(file).matches();
    }

    private void requireRendered(UUID id, Optional<Caller> caller) {
        var row = row(id, caller);
        if (row.status() != VideoStatus.READY) {
            throw MediaRefused.videoNotReady(row.status());
        }
        if (!row.rendered()) {
            throw GenericRefusal.notFound();
        }
    }

    private URI signed(String key) {
        return store.signGet(key, SIGNED);
    }

    private Row row(UUID id, Optional<Caller> caller) {
        var row =
                jdbc.sql(
                                """
                                select id, title, user_id, course_id, status, failure,
                                       duration_seconds, rendered
                                from video where id = :id
                                """)
                        .param("id", id)
                        .query(Row.class)
                        .optional()
                        .orElseThrow(GenericRefusal::notFound);
        audience.require(id, row.courseId(), caller);
        return row;
    }
}
