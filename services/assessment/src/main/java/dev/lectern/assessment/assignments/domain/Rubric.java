package dev.lectern.assessment.assignments.domain;

import dev.lectern.common.problem.Refusal.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// By what submissions are judged: criteria, each worth some points. It never changes.
public record Rubric(List<Criterion> criteria) {

    public static final int MOST_CRITERIA = 50;
    public static final int MOST_POINTS = 1_000;
    public static final int LONGEST_TITLE = 200;

    /// @param points the most there are for it
    public record Criterion(UUID id, String title, int points) {

        public static Criterion of(String title, int points) {
            return new Criterion(CriterionId.next().value(), title, points);
        }
    }

    /// What one criterion was found to be worth.
    public record Score(UUID criterionId, int points) {}

    public Rubric {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty() || criteria.size() > MOST_CRITERIA) {
            throw new IllegalArgumentException("a rubric has 1 to " + MOST_CRITERIA + " criteria");
        }
    }

    public int maxPoints() {
        return criteria.stream().mapToInt(Criterion::points).sum();
    }

    /// Refuses scores that do not name every criterion exactly once, or give one more than it has.
    ///
    /// @return the points of all
    int pointsOf(List<Score> scores) {
        requireEachOnce(scores);
        var byId = criteria.stream().collect(Collectors.toMap(Criterion::id, Function.identity()));
        var over = new ArrayList<Fault>();
        for (var i = 0; i < scores.size(); i++) {
            var score = scores.get(i);
            var criterion = byId.get(score.criterionId());
            if (criterion != null && score.points() > criterion.points()) {
                over.add(AssignmentRefused.over(i, criterion));
            }
        }
        if (!over.isEmpty()) {
            throw AssignmentRefused.pointsOverMax(over);
        }
        return scores.stream().mapToInt(Score::points).sum();
    }

    private void requireEachOnce(List<Score> scores) {
        var missing = criteria.stream().map(Criterion::id).collect(Collectors.toSet());
        var seen = new HashSet<UUID>();
        var wrong = new ArrayList<Fault>();
        for (var i = 0; i < scores.size(); i++) {
            var criterion = scores.get(i).criterionId();
            if (!seen.add(criterion)) {
                wrong.add(AssignmentRefused.criterion(i, "This criterion is judged already."));
            } else if (!missing.remove(criterion)) {
                wrong.add(AssignmentRefused.criterion(i, "The rubric has no such criterion."));
            }
        }
        if (!wrong.isEmpty() || !missing.isEmpty()) {
            throw AssignmentRefused.rubricMismatch(wrong);
        }
    }
}
