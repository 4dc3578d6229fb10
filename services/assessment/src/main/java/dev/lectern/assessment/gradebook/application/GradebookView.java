package dev.lectern.assessment.gradebook.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Learners and what they have achieved.
///
/// @param columns what can be achieved
/// @param items one row a learner
/// @param next sent back as `cursor`, null at the end
public record GradebookView(List<ColumnView> columns, List<RowView> items, @Nullable String next) {

    /// A quiz or an assignment.
    ///
    /// @param kind QUIZ or ASSIGNMENT
    /// @param maxPoints of an assignment; null for a quiz, whose questions are drawn anew each time
    public record ColumnView(UUID id, String kind, String title, @Nullable Integer maxPoints) {}

    /// What one learner has achieved.
    ///
    /// @param displayName null for a moment after the enrollment
    /// @param cells only what was tried
    public record RowView(UUID learnerId, @Nullable String displayName, List<CellView> cells) {}

    /// What somebody has achieved in one column.
    ///
    /// @param columnId the quiz or assignment
    /// @param scorePercent by the rule of the quiz, or of the newest submission that is graded;
    ///   null before that, and for the learner of a quiz that tells no score
    /// @param attempts how often it was tried
    /// @param overridden whether a grade took the place of another
    public record CellView(
            UUID columnId, @Nullable Integer scorePercent, int attempts, boolean overridden) {}
}
