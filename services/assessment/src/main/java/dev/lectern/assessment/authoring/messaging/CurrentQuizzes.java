package dev.lectern.assessment.authoring.messaging;

import dev.lectern.assessment.authoring.domain.Quiz;
import dev.lectern.assessment.authoring.domain.Quizzes;
import dev.lectern.common.event.CurrentState;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.assessment.QuizChanged;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// The newest revision of every quiz, for a copy that is built anew.
@Component
class CurrentQuizzes implements CurrentState {

    private final Quizzes quizzes;

    CurrentQuizzes(Quizzes quizzes) {
        this.quizzes = quizzes;
    }

    static QuizChanged of(Quiz quiz) {
        return new QuizChanged(
                quiz.id().value(),
                quiz.courseId(),
                quiz.revisionId().value(),
                quiz.reasons().isEmpty(),
                quiz.reasons().stream()
                        .map(reason ->
                                new QuizChanged.Reason(reason.code().name(), reason.detail()))
                        .toList());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return QuizChanged.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return quizzes
                .findByIdValueGreaterThanOrderByIdValue(
                        CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(quiz -> new Snapshot(quiz.id().value(), of(quiz)))
                .toList();
    }
}
