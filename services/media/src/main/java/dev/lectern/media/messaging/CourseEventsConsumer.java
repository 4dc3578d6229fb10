package dev.lectern.media.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.media.application.KeepingMembers;
import org.springframework.stereotype.Component;

/// What course tells of those who teach.
@Component
class CourseEventsConsumer implements EventConsumer {

    private final KeepingMembers members;

    CourseEventsConsumer(KeepingMembers members) {
        this.members = members;
    }

    @Override
    public String producer() {
        return "course";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(CourseMembershipChanged.class, members::keep);
    }
}
