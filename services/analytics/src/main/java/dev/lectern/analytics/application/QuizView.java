package dev.lectern.analytics.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// How the quizzes of a course go.
///
/// @param asOf everything logged by then is counted
public record QuizView(Instant asOf, List<Quiz> items) implements Table {

    /// @param attempts graded in the range
    /// @param learners who made them
    /// @param passed attempts that passed
    /// @param averagePercent of the scores, rounded down
    public record Quiz(
            UUID quizId, long attempts, long learners, long passed, int averagePercent) {}

    @Override
    public List<String> columns() {
        return List.of("quizId", "attempts", "learners", "passed", "averagePercent");
    }

    @Override
    public List<List<Object>> rows() {
        return items.stream()
                .map(i ->
                        List.<Object>of(
                                i.quizId(),
                                i.attempts(),
                                i.learners(),
                                i.passed(),
                                i.averagePercent()))
                .toList();
    }
}
