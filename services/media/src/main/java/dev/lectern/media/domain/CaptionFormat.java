package dev.lectern.media.domain;

import java.util.regex.Pattern;

/// The two ways captions are written.
public enum CaptionFormat {
    VTT("(?:(\\d{2,4}):)?(\\d{2}):(\\d{2})\\.(\\d{3})"),
    SRT("(\\d{1,4}):(\\d{2}):(\\d{2}),(\\d{3})");

    private final Pattern timing;

    CaptionFormat(String clock) {
        // After the times WebVTT allows settings, which place the words; they are not kept.
        this.timing = Pattern.compile(clock + "[ \t]+-->[ \t]+" + clock + "(?:[ \t].*)?");
    }

    /// A line that says when: hours, minutes, seconds and milliseconds, twice.
    Pattern timing() {
        return timing;
    }
}
