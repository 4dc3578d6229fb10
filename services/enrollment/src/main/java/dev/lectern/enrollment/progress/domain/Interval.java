package dev.lectern.enrollment.progress.domain;

import java.util.Collection;
import java.util.Comparator;

/// A part of a video in whole seconds, the end not included.
public record Interval(int from, int to) {

    int length() {
        return to - from;
    }

    /// How many seconds these parts cover together; what was watched twice counts once.
    public static int covered(Collection<Interval> parts) {
        var seconds = 0;
        var end = Integer.MIN_VALUE;
        for (var part : parts.stream().sorted(Comparator.comparingInt(Interval::from)).toList()) {
            var from = Math.max(part.from, end);
            if (part.to > from) {
                seconds += part.to - from;
                end = part.to;
            }
        }
        return seconds;
    }
}
