package dev.lectern.launcher.cli;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.Nearest;
import dev.lectern.launcher.running.Home;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what the services wrote, all of it in one order of time.
@Command(name = "logs", description = "Show the logs, of one service or all.")
final class LogsCommand implements Runnable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Pattern NAME = Pattern.compile("([a-z]+)\\.log");
    private static final String BUILD = "build";

    private final Home home;
    private final PrintStream out;

    @Parameters(arity = "0..1", paramLabel = "<service>")
    private @Nullable String service;

    @Option(
            names = {"-f", "--follow"},
            description = "go on showing what comes")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "<number>",
            description = "how many lines of each to begin with",
            defaultValue = "100")
    private int lines;

    LogsCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public void run() {
        var files = files();
        show(files.stream().map(file -> file.last(lines)).toList());
        while (follow) {
            LockSupport.parkNanos(PAUSE.toNanos());
            show(files.stream().map(LogFile::more).toList());
        }
    }

    private Collection<LogFile> files() {
        var logs = new TreeMap<String, LogFile>();
        try (var all = Files.list(home.logs())) {
            all.forEach(file -> {
                var name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    logs.put(name.group(1), new LogFile(file));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (logs.isEmpty()) {
            throw new Failure("there are no logs; ./lectern up writes some");
        }
        if (service == null) {
            // The build's is of another time and kind.
            logs.remove(BUILD);
            return logs.values();
        }
        var wanted = logs.get(service);
        if (wanted == null) {
            throw Nearest.mistake("log", service, logs.keySet());
        }
        return List.of(wanted);
    }

    private void show(Collection<List<String>> read) {
        var all = new ArrayList<LogLine>();
        for (var oneLog : read) {
            Instant at = Instant.EPOCH;
            for (String raw : oneLog) {
                var line = LogLine.of(raw, at);
                at = line.at();
                all.add(line);
            }
        }
        all.sort(Comparator.comparing(LogLine::at));
        all.forEach(line -> out.println(line.text()));
    }
}
