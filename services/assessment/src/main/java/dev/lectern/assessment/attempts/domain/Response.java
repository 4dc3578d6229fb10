package dev.lectern.assessment.attempts.domain;

import java.math.BigDecimal;
import java.util.Set;

/// What a learner answers.
public sealed interface Response {

    /// The options chosen; none takes an earlier choice back.
    record Choice(Set<String> optionIds) implements Response {

        public Choice {
            optionIds = Set.copyOf(optionIds);
        }
    }

    /// A number.
    record Value(BigDecimal value) implements Response {}

    /// A few words.
    record Words(String text) implements Response {}
}
