package dev.lectern.media.application;

import java.nio.file.Path;

/// Looks into a file and makes it playable. A port: ffmpeg on a machine that has it, a service of
/// the cloud where videos are many.
public interface Transcoder {

    /// What was found in a file.
    ///
    /// @param heightPixels as it is shown
    record Probed(int durationSeconds, int heightPixels, boolean hasSound) {}

    /// Looks into the file.
    ///
    /// @throws NotPlayable when no other try can make a video of it
    Probed probe(Path file);

    /// Writes `master.m3u8`, the playlists and segments of each rendition and `poster.jpg`.
    void transcode(Path file, Probed probed, Path into);
}
