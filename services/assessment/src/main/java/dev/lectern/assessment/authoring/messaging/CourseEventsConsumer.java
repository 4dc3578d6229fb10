package dev.lectern.assessment.authoring.messaging;

import dev.lectern.assessment.attempts.application.KeepingVersions;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CoursePublished;
import org.springframework.stereotype.Component;

/// What course tells: of its members for authoring, of published versions for attempts.
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
