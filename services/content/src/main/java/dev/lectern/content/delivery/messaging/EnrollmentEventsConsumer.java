package dev.lectern.content.delivery.messaging;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.content.delivery.application.KeepingDoneLessons;
import dev.lectern.events.enrollment.EnrollmentLessonCompleted;
import org.springframework.stereotype.Component;

/// What enrollment tells.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final AccessCopy access;
    private final KeepingDoneLessons lessons;

    EnrollmentEventsConsumer(AccessCopy access, KeepingDoneLessons lessons) {
        this.access = access;
        this.lessons = lessons;
    }

    @Override
    public String producer() {
        return "enrollment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        access.hear(on).on(EnrollmentLessonCompleted.class, lessons::keep);
    }
}
