package dev.lectern.launcher.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A log that may still grow, read from where the last reading ended.
final class LogFile {

    // More than anybody reads in a terminal.
    private static final long MOST = 4L << 20;

    private final Path path;
    private long position;

    LogFile(Path path) {
        this.path = path;
    }

    /// The last lines, then nothing that was there before.
    List<String> last(int lines) {
        position = Math.max(0, size() - MOST);
        var all = more();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    /// The whole lines that came since.
    List<String> more() {
        long size = size();
        if (size < position) {
            // It was full and a new one begun.
            position = 0;
        }
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(position);
            var bytes = new byte[(int) Math.min(size - position, MOST)];
            file.readFully(bytes);
            int end = lastNewline(bytes) + 1;
            position += end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lastNewline(byte[] bytes) {
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
