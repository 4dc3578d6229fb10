package dev.lectern.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One process we started. Its birth tells it from a later process that was given the same number.
///
/// @param stopSignal what asks it to stop in good order, as the `kill` command names it
record OwnedProcess(String name, long pid, String birth, String stopSignal) {

    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    static OwnedProcess of(String name, ProcessHandle process, String stopSignal) {
        // A process already gone has no birth and so is never taken for one that lives.
        return new OwnedProcess(
                name, process.pid(), birthOf(process.pid()).orElse("gone"), stopSignal);
    }

    static Optional<OwnedProcess> parse(String line) {
        String[] columns = line.split(" ");
        // A JVM killed while it wrote leaves half a line: that process is unknown to us.
        if (columns.length != 4 || !columns[1].matches("\\d+")) {
            return Optional.empty();
        }
        return Optional.of(
                new OwnedProcess(columns[0], Long.parseLong(columns[1]), columns[2], columns[3]));
    }

    String toLine() {
        return "%s %d %s %s".formatted(name, pid, birth, stopSignal);
    }

    boolean isAlive() {
        return birthOf(pid).filter(birth::equals).isPresent();
    }

    /// Asks it to stop and insists after the grace period.
    void end(Duration grace) {
        if (!isAlive()) {
            return;
        }
        signal();
        if (!Waiting.until(grace, () -> !isAlive())) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            Waiting.until(AFTER_KILL, () -> !isAlive());
        }
    }

    private void signal() {
        if (stopSignal.equals("TERM") || !sentByCommand()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }

    /// Java itself can send TERM and KILL only.
    private boolean sentByCommand() {
        try {
            return new ProcessBuilder("kill", "-" + stopSignal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Linux: the boot and the ticks since it, which no change of the clock can move. Elsewhere the
    /// start time itself. Empty when no such process lives.
    private static Optional<String> birthOf(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return Optional.empty();
        }
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            // The second column is the command in parentheses and may hold anything. After it come
            // the state and, as the twenty-second column of all, the start time.
            String[] afterCommand = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // Where nobody collects the dead, as in a container without init, an ended process
            // stays listed as a zombie.
            return afterCommand[0].equals("Z")
                    ? Optional.empty()
                    : Optional.of(boot + "/" + afterCommand[19]);
        } catch (IOException noProc) {
            return process.get().info().startInstant().map(start -> "" + start.toEpochMilli());
        }
    }
}
