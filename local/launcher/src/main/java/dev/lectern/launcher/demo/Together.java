package dev.lectern.launcher.demo;

import dev.lectern.launcher.Failure;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Does the same for several at once, but not for all: a platform that has just started is slow,
/// and its front door gives up on what takes too long.
final class Together {

    private static final int AT_ONCE = 3;

    private Together() {}

    /// The results in order, or the reason of the first that failed, when all have ended.
    static <T, R> List<R> each(Collection<T> several, Function<T, R> work) {
        List<Future<R>> futures;
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            futures = several.stream().map(one -> threads.submit(() -> work.apply(one))).toList();
        }
        return futures.stream().map(Together::resultOf).toList();
    }

    /// The same for work nothing comes of but its effect.
    static <T> void all(Collection<T> several, Consumer<T> work) {
        each(
                several,
                one -> {
                    work.accept(one);
                    return true;
                });
    }

    private static <R> R resultOf(Future<R> ended) {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new Failure("the demo cannot go on", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
