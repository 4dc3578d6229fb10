package dev.lectern.content.authoring.messaging;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.content.authoring.application.KeepingOutlines;
import dev.lectern.content.delivery.application.KeepingVersions;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseOutlineChanged;
import dev.lectern.events.course.CoursePublished;
import org.springframework.stereotype.Component;

/// What course tells: of drafts for authoring, of published versions for delivery.
@Component
class CourseEventsConsumer implements EventConsumer {

    private final KeepingOutlines outlines;
    private final MembershipCopy members;
    private final KeepingVersions versions;

    CourseEventsConsumer(
            KeepingOutlines outlines, MembershipCopy members, KeepingVersions versions) {
        this.outlines = outlines;
        this.members = members;
        this.versions = versions;
    }

    @Override
    public String producer() {
        return "course";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(CourseOutlineChanged.class, outlines::keep)
                .onReceived(CourseMembershipChanged.class, members::keep)
                .onReceived(CoursePublished.class, versions::keep);
    }
}
