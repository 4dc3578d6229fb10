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
    private final ObjectStore store;
    private final KeepingCaptions keeping;

    Transcribing(
            Optional<Transcriber> transcriber,
            JdbcClient jdbc,
            ObjectStore store,
            KeepingCaptions keeping) {
        this.transcriber = transcriber;
        this.jdbc = jdbc;
        this.store = store;
        this.keeping = keeping;
    }

    public void transcribe(VideoId id) {
        transcriber.ifPresent(engine -> transcribe(id, engine));
    }

    private void transcribe(VideoId id, Transcriber engine) {
        var video = id.value();
        int seconds =
                jdbc.sql("select duration_seconds from video where id = :id")
                        .param("id", video)
                        .query(Integer.class)
                        .single();
        var written = engine.transcribe(Playback.fileOf(video), Captioning.lengthOf(seconds));
        store.write(
                Playback.captionsOf(video, written.language().tag(), CaptionSource.ENGINE),
                written.captions().toVtt(),
                Playback.VTT);
        keeping.keep(video, written.language(), CaptionSource.ENGINE);
    }
}
