package dev.lectern.auth.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person recognises a session by, as coarse as that allows: "Firefox on Linux".
public record Device(String name) {

    private record Mark(String token, String name) {}

    // The first mark wins: Edge also says Chrome, Chrome also says Safari, Android also says Linux.
    private static final List<Mark> BROWSERS =
            List.of(
                    new Mark("Edg", "Edge"),
                    new Mark("OPR/", "Opera"),
                    new Mark("Firefox", "Firefox"),
                    new Mark("Chrome", "Chrome"),
                    new Mark("Safari", "Safari"));
    private static final List<Mark> SYSTEMS =
            List.of(
                    new Mark("Android", "Android"),
                    new Mark("iPhone", "iPhone"),
                    new Mark("iPad", "iPad"),
                    new Mark("Windows", "Windows"),
                    new Mark("Mac OS", "macOS"),
                    new Mark("Linux", "Linux"));

    /// Reads what a browser says of itself; anything else is a program.
    public static Device from(@Nullable String userAgent) {
        var browser = find(BROWSERS, userAgent);
        if (browser == null) {
            return new Device("A program");
        }
        var system = find(SYSTEMS, userAgent);
        return new Device(system == null ? browser : browser + " on " + system);
    }

    private static @Nullable String find(List<Mark> marks, @Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.token()))
                .map(Mark::name)
                .findFirst()
                .orElse(null);
    }
}
