package dev.lectern.media.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;

/// Reads captions line by line and refuses at the first line that is wrong.
final class CaptionReader {

    private static final String ARROW = "-->";

    private final List<String> lines;
    private final CaptionFormat format;
    private final Duration length;
    private final List<Cue> cues = new ArrayList<>();
    private int at;

    CaptionReader(String text, CaptionFormat format, Duration length) {
        var unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.lines = unmarked.lines().toList();
        this.format = format;
        this.length = length;
    }

    List<Cue> read() {
        if (format == CaptionFormat.VTT) {
            readHeader();
        }
        while (skipBlank()) {
            readBlock();
        }
        if (cues.isEmpty()) {
            throw wrong(Math.max(0, lines.size() - 1), "There is no cue.");
        }
        return cues;
    }

    private void readHeader() {
        if (lines.isEmpty() || !lines.getFirst().matches("WEBVTT([ \t].*)?")) {
            throw wrong(0, "The file must begin with WEBVTT.");
        }
        skipText();
    }

    private void readBlock() {
        if (format == CaptionFormat.VTT && line().matches("(NOTE|STYLE|REGION)([ \t].*)?")) {
            skipText();
            return;
        }
        if (!line().contains(ARROW)) {
            // The name of the cue; it is not kept.
            at++;
            if (!hasText() || !line().contains(ARROW)) {
                throw wrong(Math.min(at, lines.size() - 1), "A line with times is missing.");
            }
        }
        readCue();
    }

    private void readCue() {
        var when = at;
        var times = format.timing().matcher(line());
        if (!times.matches()) {
            throw wrong(when, "The times are not readable.");
        }
        var from = time(times, 1);
        var to = time(times, 5);
        if (to.compareTo(from) <= 0) {
            throw wrong(when, "The cue ends before it begins.");
        }
        if (!cues.isEmpty() && from.compareTo(cues.getLast().to()) < 0) {
            throw wrong(when, "The cue begins before the one before it ends.");
        }
        if (to.compareTo(length) > 0) {
            throw wrong(when, "The cue ends after the video.");
        }
        at++;
        cues.add(new Cue(from, to, words(when)));
    }

    private String words(int when) {
        var first = at;
        skipText();
        if (at == first) {
            throw wrong(when, "The cue has no words.");
        }
        for (var i = first; i < at; i++) {
            if (lines.get(i).contains(ARROW)) {
                throw wrong(i, "A blank line before the next cue is missing.");
            }
        }
        return String.join("\n", lines.subList(first, at));
    }

    private Duration time(Matcher times, int group) {
        var minutes = number(times, group + 1);
        var seconds = number(times, group + 2);
        if (minutes > 59 || seconds > 59) {
            throw wrong(at, "Minutes and seconds end at 59.");
        }
        return Duration.ofHours(times.group(group) == null ? 0 : number(times, group))
                .plusMinutes(minutes)
                .plusSeconds(seconds)
                .plusMillis(number(times, group + 3));
    }

    private static int number(Matcher times, int group) {
        return Integer.parseInt(Objects.requireNonNull(times.group(group)));
    }

    private boolean skipBlank() {
        while (at < lines.size() && line().isBlank()) {
            at++;
        }
        return at < lines.size();
    }

    private void skipText() {
        while (hasText()) {
            at++;
        }
    }

    private boolean hasText() {
        return at < lines.size() && !line().isBlank();
    }

    private String line() {
        return lines.get(at);
    }

    private static RuntimeException wrong(int index, String reason) {
        return MediaRefused.captionInvalid(index + 1, reason);
    }
}
