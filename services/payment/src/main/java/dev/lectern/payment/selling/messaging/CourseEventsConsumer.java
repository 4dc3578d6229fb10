package dev.lectern.payment.selling.messaging;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.course.CourseRunChanged;
import dev.lectern.payment.selling.application.KeepingOffers;
import org.springframework.stereotype.Component;

/// What course tells: which courses there are, who writes them, and which runs can be bought.
@Component
class CourseEventsConsumer implements EventConsumer {

    private final MembershipCopy members;
    private final KeepingOffers offers;

    CourseEventsConsumer(MembershipCopy members, KeepingOffers offers) {
        this.members = members;
        this.offers = offers;
    }

    @Override
    public String producer() {
        return "course";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(CourseMembershipChanged.class, members::keep)
                .onReceived(CoursePublished.class, offers::keep)
                .onReceived(CourseRunChanged.class, offers::keepRun);
    }
}
