package dev.lectern.course.authoring.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.course.authoring.application.CourseAssignments;
import dev.lectern.course.authoring.application.KeepingQuizzes;
import dev.lectern.events.assessment.AssignmentWritten;
import dev.lectern.events.assessment.QuizChanged;
import org.springframework.stereotype.Component;

/// What assessment tells.
@Component
class AssessmentEventsConsumer implements EventConsumer {

    private final KeepingQuizzes quizzes;
    private final CourseAssignments assignments;

    AssessmentEventsConsumer(KeepingQuizzes quizzes, CourseAssignments assignments) {
        this.quizzes = quizzes;
        this.assignments = assignments;
    }

    @Override
    public String producer() {
        return "assessment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(QuizChanged.class, quizzes::keep)
                .on(AssignmentWritten.class, assignments::keep);
    }
}
