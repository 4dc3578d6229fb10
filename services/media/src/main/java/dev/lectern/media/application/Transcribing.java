package dev.lectern.media.application;

import dev.lectern.media.domain.CaptionSource;
import dev.lectern.media.domain.VideoId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A video that can be played gets captions by an engine, where there is one. Running it again
/// changes nothing that somebody uploaded.
@Component
public class Transcribing {

    private final Optional<Transcriber> transcriber;
    private final JdbcClient jdbc;
    private final Captioning captioning;
    private final KeepingCaptions keeping;

    Transcribing(
            Optional<Transcriber> transcriber,
            JdbcClient jdbc,
            Captioning captioning,
            KeepingCaptions keeping) {
        this.transcriber = transcriber;
        this.jdbc = jdbc;
        this.captioning = captioning;
        this.keeping = keeping;
    }

    public void transcribe(VideoId id) {
        transcriber.ifPresent(engine -> transcribe(id, engine));
    }

    /// No try was of use.
    public void giveUp(VideoId id) {
        keeping.failed(id.value());
    }

    private void transcribe(VideoId id, Transcriber engine) {
        var video = id.value();
        int seconds =
                jdbc.sql("select duration_seconds from video where id = :id")
                        .param("id", video)
                        .query(Integer.class)
                        .single();
        var written = engine.transcribe(Playback.fileOf(video), Captioning.lengthOf(seconds));
        captioning.keep(video, written.language(), CaptionSource.ENGINE, written.captions());
    }
}
