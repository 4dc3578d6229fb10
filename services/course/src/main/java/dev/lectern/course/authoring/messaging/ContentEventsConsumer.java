package dev.lectern.course.authoring.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.course.authoring.application.KeepingBodies;
import dev.lectern.events.content.LessonChanged;
import org.springframework.stereotype.Component;

/// What content tells.
@Component
class ContentEventsConsumer implements EventConsumer {

    private final KeepingBodies bodies;

    ContentEventsConsumer(KeepingBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public String producer() {
        return "content";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(LessonChanged.class, bodies::keep);
    }
}
