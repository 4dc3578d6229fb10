package dev.lectern.assessment.authoring.messaging;

import dev.lectern.assessment.authoring.domain.QuizEvent;
import dev.lectern.common.event.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what of authoring leaves the house, in the same transaction.
@Component
class QuizEventPublisher {

    private final Outbox outbox;

    QuizEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(QuizEvent happened) {
        switch (happened) {
            case QuizEvent.Revised(var quiz) ->
                    outbox.append(quiz.id().value(), CurrentQuizzes.of(quiz));
        }
    }
}
