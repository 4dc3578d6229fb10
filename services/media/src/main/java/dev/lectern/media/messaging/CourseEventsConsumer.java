package dev.lectern.media.messaging;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.media.application.KeepingVersions;
import org.springframework.stereotype.Component;

/// What course tells: who teaches, and which videos its versions show.
@Component
class CourseEventsConsumer implements EventConsumer {

    private final MembershipCopy members;
    private final KeepingVersions versions;

    CourseEventsConsumer(MembershipCopy members, KeepingVersions versions) {
        this.members = members;
        this.versions = versions;
    }

    @Override
    public String producer() {
        return "course";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(CourseMembershipChanged.class, members::keep)
                .onReceived(CoursePublished.class, versions::keep);
    }
}
