package dev.lectern.launcher.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Processor time and memory of some processes together, as Linux counts them.
///
/// @param memoryBytes with shared memory divided among those who share it (PSS)
public record Cost(double cpuSeconds, long memoryBytes, int processes) {

    private static final Path PROC = Path.of("/proc");
    // What user space sees of it is the same on every Linux.
    private static final double TICKS_A_SECOND = 100;

    /// Whether this system says what processes cost.
    public static boolean isKnown() {
        return Files.isReadable(PROC.resolve("self/smaps_rollup"));
    }

    /// Of these processes and everything they have started.
    public static Cost of(Collection<ProcessHandle> processes) {
        Set<Long> all = new LinkedHashSet<>();
        for (var process : processes) {
            all.add(process.pid());
            process.descendants().map(ProcessHandle::pid).forEach(all::add);
        }
        long ticks = 0;
        long memory = 0;
        int counted = 0;
        for (long pid : all) {
            Optional<Long> itsMemory = memoryOf(pid);
            if (itsMemory.isPresent()) {
                ticks += ticksOf(pid, 13, 17);
                memory += itsMemory.get();
                counted++;
            }
        }
        return new Cost(ticks / TICKS_A_SECOND, memory, counted);
    }

    /// The same without some processor time.
    public Cost withoutCpu(double seconds) {
        return new Cost(cpuSeconds - seconds, memoryBytes, processes);
    }

    /// Processor seconds of the children of this JVM that have ended.
    public static double ofEndedChildren() {
        return ticksOf(ProcessHandle.current().pid(), 15, 17) / TICKS_A_SECOND;
    }

    /// Columns of the kernel's line, counted from 0: 13 and 14 are the process's own time, 15 and
    /// 16 that of its ended children.
    private static long ticksOf(long pid, int from, int to) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            // The second column is the command in parentheses and may hold anything.
            String[] columns = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(columns, from - 2, to - 2).mapToLong(Long::parseLong).sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    private static Optional<Long> memoryOf(long pid) {
        try (var lines = Files.lines(PROC.resolve(pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException ended) {
            return Optional.empty();
        }
    }
}
