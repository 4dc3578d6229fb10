package dev.lectern.enrollment.progress.application;

import java.util.List;
import java.util.UUID;

/// Why progress is what it is, rule by rule with the facts behind it.
///
/// @param verdict COMPLETED or IN_PROGRESS
public record WhyView(String verdict, List<Rule> rules) {

    /// @param rule LESSON_DONE
    /// @param factIds the evidence, empty where there is none
    public record Rule(
            String rule, UUID lessonId, boolean met, List<UUID> factIds, String detail) {}
}
