package dev.lectern.launcher.demo;

import dev.lectern.client.UnexpectedAnswer;
import dev.lectern.launcher.Failure;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// How long the demo waits, for what services tell each other and for one that is slow at first.
final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(40);
    // Asking at once again would only keep busy what is too slow already.
    private static final Duration BREATH = Duration.ofSeconds(1);

    private Patience() {}

    /// Waits for an effect of what was done before.
    ///
    /// @param effect in words for people, after "there is no"
    static <T> T until(String effect, Supplier<Optional<T>> look) {
        long deadline = deadline();
        while (true) {
            var seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() > deadline) {
                throw new Failure("after " + LIMIT.toSeconds() + " s there is still no " + effect);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /// Takes a step, from its beginning again while the platform is only not ready for it. Every
    /// step looks first, so nothing is done twice.
    ///
    /// @param what in words for people
    static <T> T step(String what, Callable<T> work) {
        long deadline = deadline();
        while (true) {
            try {
                return work.call();
            } catch (Exception e) {
                if (!isPassing(e) || System.nanoTime() > deadline) {
                    throw new Failure(what + ": " + wordsOf(e), e);
                }
                LockSupport.parkNanos(BREATH.toNanos());
            }
        }
    }

    /// The same for a step nothing comes of but its effect.
    static void carryOut(String what, Runnable work) {
        step(
                what,
                () -> {
                    work.run();
                    return true;
                });
    }

    private static String wordsOf(Exception e) {
        return e instanceof UncheckedIOException
                ? "the platform does not answer"
                : String.valueOf(e.getMessage());
    }

    private static boolean isPassing(Exception e) {
        return switch (e) {
            case Refused refused -> refused.isPassing();
            case UncheckedIOException noAnswer -> true;
            // Signing in does not tell why; a lasting reason lasts.
            case UnexpectedAnswer unclear -> true;
            default -> false;
        };
    }

    private static long deadline() {
        return System.nanoTime() + LIMIT.toNanos();
    }
}
