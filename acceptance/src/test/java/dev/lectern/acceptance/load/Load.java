package dev.lectern.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Callers who ask again as soon as they are answered.
final class Load {

    private static final int CALLERS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private Load() {}

    /// How it went.
    ///
    /// @param perSecond answers a second
    record Figures(long perSecond, Spread spread) {}

    /// Asks the same all the time.
    static Figures of(Callable<Answer> question) throws InterruptedException, ExecutionException {
        asked(question, WARM_UP);
        var times = asked(question, MEASURED);
        return new Figures(times.size() / MEASURED.toSeconds(), Spread.of(times));
    }

    /// Asks each of these once.
    static Figures ofEach(List<Callable<Answer>> questions)
            throws InterruptedException, ExecutionException {
        var rest = new ConcurrentLinkedQueue<>(questions);
        var began = System.nanoTime();
        var times =
                together(() -> {
                    var own = new ArrayList<Long>();
                    for (var next = rest.poll(); next != null; next = rest.poll()) {
                        own.add(timed(next));
                    }
                    return own;
                });
        var millis = Math.max(1, Duration.ofNanos(System.nanoTime() - began).toMillis());
        return new Figures(questions.size() * 1000L / millis, Spread.of(times));
    }

    private static List<Long> asked(Callable<Answer> question, Duration time)
            throws InterruptedException, ExecutionException {
        var end = System.nanoTime() + time.toNanos();
        return together(() -> {
            var own = new ArrayList<Long>();
            while (System.nanoTime() < end) {
                own.add(timed(question));
            }
            return own;
        });
    }

    private static List<Long> together(Callable<List<Long>> caller)
            throws InterruptedException, ExecutionException {
        var times = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<List<Long>>>();
            for (var i = 0; i < CALLERS; i++) {
                running.add(threads.submit(caller));
            }
            for (var one : running) {
                times.addAll(one.get());
            }
        }
        return times;
    }

    /// In nanoseconds; anything but success is a failure of the measurement.
    private static long timed(Callable<Answer> question) throws Exception {
        var start = System.nanoTime();
        var answer = question.call();
        var time = System.nanoTime() - start;
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return time;
    }

    /// Times of which half, and 99 of 100, are no longer than these.
    record Spread(Duration half, Duration most) {

        static Spread of(List<Long> nanos) {
            var sorted = nanos.stream().sorted().toList();
            return new Spread(at(sorted, 50), at(sorted, 99));
        }

        private static Duration at(List<Long> sorted, int percent) {
            return Duration.ofNanos(sorted.get((sorted.size() - 1) * percent / 100));
        }

        @Override
        public String toString() {
            return "%.1f ms | %.1f ms".formatted(half.toNanos() / 1e6, most.toNanos() / 1e6);
        }
    }
}
