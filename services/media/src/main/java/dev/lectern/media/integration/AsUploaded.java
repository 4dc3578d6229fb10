package dev.lectern.media.integration;

import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.metadata.MetadataException;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import dev.lectern.media.application.NotPlayable;
import dev.lectern.media.application.Transcoder;
import dev.lectern.media.domain.VideoFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// The transcoder of a machine without ffmpeg: it only finds out how long a video is, which then
/// plays as it was uploaded. It can read MP4 alone.
final class AsUploaded implements Transcoder {

    @Override
    public Probed probe(Path file) {
        try {
            var found = Mp4MetadataReader.readMetadata(file.toFile());
            var whole = found.getFirstDirectoryOfType(Mp4Directory.class);
            var picture = found.getFirstDirectoryOfType(Mp4VideoDirectory.class);
            if (whole == null
                    || picture == null
                    || !whole.containsTag(Mp4Directory.TAG_DURATION_SECONDS)
                    || !picture.containsTag(Mp4VideoDirectory.TAG_HEIGHT)) {
                throw new NotPlayable(VideoFailure.UNREADABLE_HERE);
            }
            var seconds = whole.getDouble(Mp4Directory.TAG_DURATION_SECONDS);
            if (seconds < 1) {
                throw new NotPlayable(VideoFailure.TOO_SHORT);
            }
            return new Probed(
                    (int) Math.round(seconds), picture.getInt(Mp4VideoDirectory.TAG_HEIGHT), true);
        } catch (MetadataException e) {
            throw new NotPlayable(VideoFailure.UNREADABLE_HERE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void transcode(Path file, Probed probed, Path into) {
        // It plays as it is.
    }
}
