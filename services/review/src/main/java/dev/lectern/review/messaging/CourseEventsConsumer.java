package dev.lectern.review.messaging;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.course.CourseMembershipChanged;
import org.springframework.stereotype.Component;

/// What course tells.
@Component
class CourseEventsConsumer implements EventConsumer {

    private final MembershipCopy members;

    CourseEventsConsumer(MembershipCopy members) {
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
