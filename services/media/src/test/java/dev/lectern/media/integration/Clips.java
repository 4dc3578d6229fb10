package dev.lectern.media.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Small videos of every kind, made on the spot.
public final class Clips {

    private final Path directory;
    private final Commands commands = new Commands();

    public Clips(Path directory) {
        this.directory = directory;
    }

    public Path withSound(int height, int seconds) {
        return make(
                "sound.mp4",
                List.of("-f", "lavfi", "-i", "sine=duration=" + seconds, "-shortest"),
                "testsrc=size=640x" + height + ":rate=10:duration=" + seconds,
                "yuv420p");
    }

    public Path silent(int height, String pixels) {
        return make(
                "silent-" + pixels + ".mp4",
                List.of(),
                "testsrc=size=320x" + height + ":rate=10:duration=2",
                pixels);
    }

    public Path ofOneFrame() {
        return make(
                "frame.mp4", List.of("-frames:v", "1"), "testsrc=size=320x240:rate=10", "yuv420p");
    }

    public Path soundAlone() {
        var file = directory.resolve("sound-alone.mp4");
        commands.run(
                directory,
                Duration.ofSeconds(60),
                List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=duration=2",
                        file.toString()));
        return file;
    }

    public Path text(String text) {
        try {
            return Files.writeString(directory.resolve("text.mp4"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path make(String name, List<String> more, String picture, String pixels) {
        var file = directory.resolve(name);
        var command =
                new ArrayList<>(
                        List.of(
                                "ffmpeg",
                                "-nostdin",
                                "-v",
                                "error",
                                "-y",
                                "-f",
                                "lavfi",
                                "-i",
                                picture));
        command.addAll(more);
        command.addAll(List.of("-pix_fmt", pixels, "-c:v", "libx264", "-preset", "ultrafast"));
        command.add(file.toString());
        commands.run(directory, Duration.ofSeconds(60), command);
        return file;
    }
}
