package dev.lectern.events.assessment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.List;
import java.util.UUID;

/// A quiz, or a bank it draws from, has a new revision.
///
/// @param ready whether it can be taken as it is now
/// @param reasons why not, empty when it is ready
@EventType("assessment.quiz-changed.v1")
public record QuizChanged(
        UUID quizId, UUID courseId, UUID revisionId, boolean ready, List<Reason> reasons)
        implements ContractEvent {

    /// What stands in the way.
    ///
    /// @param code POOL_TOO_SMALL or QUIZ_UNANSWERABLE
    /// @param detail a sentence for its authors
    public record Reason(String code, String detail) {}
}
