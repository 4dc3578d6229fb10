package dev.lectern.media.domain;

/// How large a picture is.
///
/// @param width in pixels
/// @param height in pixels
public record Picture(int width, int height) {

    private static final int MOST = 8_000;

    /// Whether a browser can be asked to show it.
    public boolean isTooLarge() {
        return width > MOST || height > MOST;
    }
}
