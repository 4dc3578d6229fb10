package dev.lectern.enrollment.enrolling.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.enrollment.enrolling.application.KeepingCourses;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.course.CourseRunChanged;
import org.springframework.stereotype.Component;

/// What course tells.
@Component
class CourseEventsConsumer implements EventConsumer {

    private final KeepingCourses keeping;

    CourseEventsConsumer(KeepingCourses keeping) {
        this.keeping = keeping;
    }

    @Override
    public String producer() {
        return "course";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(CoursePublished.class, keeping::keep)
                .onReceived(CourseRunChanged.class, keeping::keepRun);
    }
}
