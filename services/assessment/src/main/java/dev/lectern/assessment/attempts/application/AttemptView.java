package dev.lectern.assessment.attempts.application;

import dev.lectern.assessment.authoring.domain.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An attempt as its learner sees it. Nothing of the key is in it before `feedback` is, and that
/// only once the answers are of no use for another attempt.
///
/// @param number counts the learner's attempts at this quiz from 1
/// @param attemptsLeft how many there are after this one, null for no limit
/// @param preview whether an author tries the quiz out, which counts nowhere
/// @param status OPEN, SUBMITTED when its time is over but it is not yet graded, or GRADED
/// @param deadlineAt null for no limit
/// @param submittedAt null while it is open
/// @param scorePercent null until it is graded, or where the quiz does not tell
/// @param passed whether that is enough; null until it is graded, or where the quiz does not tell
/// @param quizScorePercent what counts for the quiz by its scoring, over all graded attempts; null
///   where the quiz does not tell
/// @param questions in the order they are asked; the same whenever the attempt is read
public record AttemptView(
        UUID id,
        UUID quizId,
        int number,
        @Nullable Integer attemptsLeft,
        boolean preview,
        String status,
        Instant startedAt,
        @Nullable Instant deadlineAt,
        @Nullable Instant submittedAt,
        Instant serverNow,
        @Nullable Integer scorePercent,
        @Nullable Boolean passed,
        @Nullable Integer quizScorePercent,
        List<AskedView> questions) {

    /// A question as it is asked.
    ///
    /// @param points what the right answer is worth
    /// @param options what can be chosen; empty where nothing is
    /// @param answer the newest that is saved, null for none
    /// @param feedback null unless the quiz shows the answers, and it is time
    public record AskedView(
            UUID id,
            Kind kind,
            String text,
            int points,
            List<ChoiceView> options,
            @Nullable AnswerView answer,
            @Nullable FeedbackView feedback) {}

    /// Something to choose.
    ///
    /// @param id names the place it is shown at in this attempt
    public record ChoiceView(String id, String text) {}

    /// An answer that is saved.
    ///
    /// @param sequence counts what the learner's devices answered to this question
    public record AnswerView(
            UUID questionId, long sequence, ResponseView response, Instant savedAt) {}

    /// What is said of an answer afterwards.
    ///
    /// @param correct whether it is the right one
    /// @param points what it was worth
    /// @param expected a right answer
    /// @param comments what the author says of the question and of what was chosen
    public record FeedbackView(
            boolean correct, int points, ResponseView expected, List<String> comments) {}
}
