package dev.lectern.common.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Which refusal a unique index stands for. The aggregate refuses first; when two requests race,
/// the loser meets the index at commit and must be told the same thing.
public final class ConstraintRefusals {

    private final Map<String, Supplier<? extends Refusal>> byConstraint = new LinkedHashMap<>();

    /// Names the refusal for a constraint or unique index of this service's schema.
    public ConstraintRefusals on(String constraint, Supplier<? extends Refusal> refusal) {
        byConstraint.put(constraint, refusal);
        return this;
    }

    Optional<Refusal> match(String constraint) {
        return Optional.ofNullable(byConstraint.get(constraint)).map(Supplier::get);
    }
}
