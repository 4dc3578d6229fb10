package dev.lectern.assessment.authoring.domain;

import java.util.ArrayList;
import java.util.List;

/// Whether a quiz can be drawn, whatever the dice say.
public final class Readiness {

    private Readiness() {}

    /// The ways in which a quiz can be unready; the gate of its course says the same names.
    public enum Code {
        POOL_TOO_SMALL,
        QUIZ_UNANSWERABLE
    }

    /// What stands in the way.
    public record Reason(Code code, String detail) {}

    /// @return nothing when every draw always finds enough questions
    public static List<Reason> reasonsAgainst(List<Pool> pools) {
        if (pools.isEmpty()) {
            return List.of(new Reason(Code.QUIZ_UNANSWERABLE, "The quiz draws no question."));
        }
        var reasons = new ArrayList<Reason>();
        var before = new ArrayList<Pool>();
        for (var pool : Pool.inDrawingOrder(pools)) {
            // At worst, all that earlier draws can take of this pool is gone.
            var taken =
                    before.stream()
                            .mapToInt(other -> Math.min(other.draw().count(), pool.overlap(other)))
                            .sum();
            var left = Math.max(0, pool.questions().size() - taken);
            if (left < pool.draw().count()) {
                reasons.add(tooSmall(pool.draw(), left));
            }
            before.add(pool);
        }
        return reasons;
    }

    private static Reason tooSmall(Draw draw, int left) {
        var where = draw.tag() == null ? "the bank" : "the tag \"" + draw.tag() + "\"";
        return new Reason(
                Code.POOL_TOO_SMALL,
                "The quiz draws %d questions, %s has %d.".formatted(draw.count(), where, left));
    }
}
