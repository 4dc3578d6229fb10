package dev.lectern.media.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.media.domain.Asset;
import dev.lectern.media.domain.AssetFailure;
import dev.lectern.media.domain.AssetId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/// Looks whether what was sent is what was declared, and keeps it where no address that was ever
/// signed writes. Running it again is harmless. What it throws means "again later".
@Component
public class CheckingAssets {

    private final RecordingAssets recording;
    private final ObjectStore store;

    CheckingAssets(RecordingAssets recording, ObjectStore store) {
        this.recording = recording;
        this.store = store;
    }

    public void check(AssetId id) {
        var asset = recording.find(id).orElseThrow(GenericRefusal::notFound);
        if (asset.isToBeChecked()) {
            check(asset);
        }
    }

    /// No try was of use.
    public void giveUp(AssetId id) {
        recording.fail(id, AssetFailure.UNREADABLE);
    }

    private void check(Asset asset) {
        try {
            var file = Files.createTempFile("lectern-asset", "");
            try {
                check(asset, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Asset asset, Path file) throws IOException {
        Files.delete(file);
        var tag = store.fetch(asset.sourceKey(), file);
        if (!Sha256.of(file).equals(asset.file().sha256())) {
            recording.fail(asset.id(), AssetFailure.HASH_MISMATCH);
            return;
        }
        if (!Contents.are(asset.type(), file)) {
            recording.fail(asset.id(), AssetFailure.TYPE_MISMATCH);
            return;
        }
        var picture = asset.type().isImage() ? Contents.picture(file).orElse(null) : null;
        if (picture != null && picture.isTooLarge()) {
            recording.fail(asset.id(), AssetFailure.PICTURE_TOO_LARGE);
            return;
        }
        store.copy(asset.sourceKey(), tag, Playback.assetOf(asset.id().value()));
        recording.ready(asset.id(), picture);
    }
}
