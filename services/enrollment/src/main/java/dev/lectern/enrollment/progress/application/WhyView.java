package dev.lectern.enrollment.progress.application;

import java.util.List;
import java.util.UUID;

/// Why progress is what it is, rule by rule with the facts behind it.
///
/// @param verdict COMPLETED or IN_PROGRESS
/// @param rules one for each lesson that is required, and one for the quiz that decides
public record WhyView(String verdict, List<Rule> rules) {

    /// A rule and whether it is met.
    ///
    /// @param rule LESSON_DONE or FINAL_SCORE
    /// @param lessonId the lesson that has to be done, or shows the quiz that decides
    /// @param met whether the facts are enough
    /// @param factIds the evidence, empty where there is none
    /// @param detail the same in words
    public record Rule(
            String rule, UUID lessonId, boolean met, List<UUID> factIds, String detail) {}
}
