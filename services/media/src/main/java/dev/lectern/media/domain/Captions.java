package dev.lectern.media.domain;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// The spoken word of a video as text, in one language. However it was sent, it is kept and served
/// as WebVTT, without the notes and styles of its author.
public record Captions(List<Cue> cues) {

    public Captions {
        cues = List.copyOf(cues);
    }

    /// Reads WebVTT or SubRip; what is wrong is refused with its line and the reason.
    public static Captions read(String text, CaptionFormat format, Duration length) {
        return new Captions(new CaptionReader(text, format, length).read());
    }

    public String toVtt() {
        return cues.stream()
                .map(cue ->
                        "%s --> %s\n%s\n".formatted(clock(cue.from()), clock(cue.to()), cue.text()))
                .collect(Collectors.joining("\n", "WEBVTT\n\n", ""));
    }

    private static String clock(Duration at) {
        return "%02d:%02d:%02d.%03d"
                .formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart(), at.toMillisPart());
    }
}
