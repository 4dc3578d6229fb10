package dev.lectern.certificate.messaging;

import dev.lectern.certificate.application.CourseTitles;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.course.CoursePublished;
import org.springframework.stereotype.Component;

/// What course tells.
@Component
class CourseEventsConsumer implements EventConsumer {

    private final CourseTitles titles;

    CourseEventsConsumer(CourseTitles titles) {
        this.titles = titles;
    }

    @Override
    public String producer() {
        return "course";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.on(CoursePublished.class, titles::keep);
    }
}
