package dev.lectern.media.application;

import dev.lectern.media.domain.CaptionId;
import dev.lectern.media.domain.CaptionSource;
import java.util.Locale;
import java.util.UUID;

/// Where what is shown is kept, and what it is.
final class Playback {

    static final String MASTER = "master.m3u8";
    static final String POSTER = "poster.jpg";
    static final String VTT = "text/vtt; charset=utf-8";

    private Playback() {}

    static String keyOf(UUID video, String file) {
        return "videos/" + video + "/hls/" + file;
    }

    /// The file as it was checked; no address that was ever signed writes there.
    static String fileOf(UUID video) {
        return "videos/" + video + "/file";
    }

    /// A place for a text of captions; none is written twice.
    static String captionsFile(String language, CaptionSource source, CaptionId id) {
        return "%s.%s.%s.vtt"
                .formatted(language, source.name().toLowerCase(Locale.ROOT), id.value());
    }

    static String captionsOf(UUID video, String file) {
        return "videos/" + video + "/captions/" + file;
    }

    /// An image or a file as it was checked; no address that was ever signed writes there.
    static String assetOf(UUID asset) {
        return "assets/" + asset;
    }

    static String typeOf(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "m3u8" -> "application/vnd.apple.mpegurl";
            case "ts" -> "video/mp2t";
            case "jpg" -> "image/jpeg";
            default -> throw new IllegalArgumentException("no player needs " + file);
        };
    }
}
