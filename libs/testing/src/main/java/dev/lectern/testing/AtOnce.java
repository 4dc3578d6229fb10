package dev.lectern.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Many callers of one thing, all starting at the same moment.
public final class AtOnce {

    private AtOnce() {}

    /// What each of them got.
    public static <T> List<T> run(int callers, Callable<T> call) throws Exception {
        var start = new CyclicBarrier(callers);
        var answers = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    IntStream.range(0, callers)
                            .<Future<T>>mapToObj(i ->
                                    threads.submit(() -> {
                                        start.await();
                                        return call.call();
                                    }))
                            .toList();
            for (var answer : running) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
