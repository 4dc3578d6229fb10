package dev.lectern.gateway.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The gateway's own no, thrown where it is decided and answered in one place.
public final class Refused extends RuntimeException {

    private final Problem problem;
    private final @Nullable Duration retryAfter;

    public Refused(Problem problem, String detail) {
        this(problem, detail, null, null);
    }

    public Refused(Problem problem, String detail, Throwable cause) {
        this(problem, detail, null, cause);
    }

    private Refused(
            Problem problem,
            String detail,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        // A refusal is an answer, not a fault: its stack says nothing and costs time under attack.
        super(detail, cause, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public static Refused tooManyRequests(Duration retryAfter) {
        return new Refused(
                Problem.TOO_MANY_REQUESTS,
                "The limit for this minute is used up.",
                retryAfter,
                null);
    }

    public static Refused unavailable(Throwable cause) {
        return new Refused(
                Problem.UNAVAILABLE,
                "A part of the platform does not answer. Try again shortly.",
                Duration.ofSeconds(5),
                cause);
    }

    public Problem problem() {
        return problem;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
