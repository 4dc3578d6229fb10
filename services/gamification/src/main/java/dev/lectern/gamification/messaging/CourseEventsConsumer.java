package dev.lectern.gamification.messaging;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.gamification.application.CourseBoards;
import org.springframework.stereotype.Component;

/// What course tells.
@Component
class CourseEventsConsumer implements EventConsumer {

    private final MembershipCopy members;
    private final CourseBoards boards;

    CourseEventsConsumer(MembershipCopy members, CourseBoards boards) {
        this.members = members;
        this.boards = boards;
    }

    @Override
    public String producer() {
        return "course";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(CourseMembershipChanged.class, members::keep)
                .on(CoursePublished.class, boards::keep);
    }
}
