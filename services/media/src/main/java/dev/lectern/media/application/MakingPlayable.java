package dev.lectern.media.application;

import dev.lectern.common.problem.Refusal;
import dev.lectern.media.application.RecordingProcessing.Work;
import dev.lectern.media.domain.VideoFailure;
import dev.lectern.media.domain.VideoId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Makes something that plays of an uploaded file. Running it again is harmless: what was written
/// before is written again. What it throws means "again later"; what is wrong with the file itself
/// ends in FAILED with the reason.
@Component
public class MakingPlayable {

    private final RecordingProcessing recording;
    private final ObjectStore store;
    private final Transcoder transcoder;

    MakingPlayable(RecordingProcessing recording, ObjectStore store, Transcoder transcoder) {
        this.recording = recording;
        this.store = store;
        this.transcoder = transcoder;
    }

    public void make(VideoId id) {
        recording.begin(id).ifPresent(work -> make(id, work));
    }

    private void make(VideoId id, Work work) {
        try {
            attempt(id, work);
        } catch (NotPlayable e) {
            recording.fail(id, e.failure());
        } catch (Refusal e) {
            // The store is away: that is no fault of the file.
            recording.postpone(id);
            throw e;
        } catch (RuntimeException e) {
            recording.tryFailed(id);
            throw e;
        }
    }

    private void attempt(VideoId id, Work work) {
        try {
            var scratch = Files.createTempDirectory("lectern-media");
            try {
                makeIn(scratch, id, work);
            } finally {
                FileSystemUtils.deleteRecursively(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeIn(Path scratch, VideoId id, Work work) throws IOException {
        var source = scratch.resolve("source");
        var tag = store.fetch(work.sourceKey(), source);
        if (!Sha256.of(source).equals(work.sha256())) {
            throw new NotPlayable(VideoFailure.HASH_MISMATCH);
        }
        var probed = transcoder.probe(source);
        var made = Files.createDirectory(scratch.resolve("made"));
        transcoder.transcode(source, probed, made);
        var files = filesIn(made);
        for (var file : files) {
            var name = String.valueOf(file.getFileName());
            store.store(Playback.keyOf(id.value(), name), file, Playback.typeOf(name));
        }
        store.copy(work.sourceKey(), tag, Playback.fileOf(id.value()));
        recording.ready(id, probed.durationSeconds(), !files.isEmpty());
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }
}
