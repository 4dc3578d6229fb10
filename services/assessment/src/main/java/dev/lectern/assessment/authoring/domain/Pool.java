package dev.lectern.assessment.authoring.domain;

import java.util.Comparator;
import java.util.List;
import java.util.SequencedSet;

/// What there is to draw from.
///
/// @param bankRevision the revision of the bank that holds it
/// @param questions the versions of questions, in the order they were written
public record Pool(Draw draw, int bankRevision, SequencedSet<QuestionId> questions) {

    int overlap(Pool other) {
        return (int) questions.stream().filter(other.questions::contains).count();
    }

    /// Narrow pools first: a wide one can do without what a narrow one needs.
    public static List<Pool> inDrawingOrder(List<Pool> pools) {
        return pools.stream()
                .sorted(Comparator.comparingInt(pool -> pool.questions().size()))
                .toList();
    }
}
