package dev.lectern.notification.messaging;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Received;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.notification.application.Announcing;
import dev.lectern.notification.application.CourseTitles;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News;
import org.springframework.stereotype.Component;

/// What course tells. Copies are kept of all of it, announced is only what has just happened.
@Component
class CourseEventsConsumer implements EventConsumer {

    private final CourseTitles titles;
    private final MembershipCopy members;
    private final Announcing announcing;

    CourseEventsConsumer(CourseTitles titles, MembershipCopy members, Announcing announcing) {
        this.titles = titles;
        this.members = members;
        this.announcing = announcing;
    }

    @Override
    public String producer() {
        return "course";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(CourseMembershipChanged.class, members::keep)
                .onReceived(CoursePublished.class, this::published);
    }

    private void published(Received<CoursePublished> told) {
        titles.keep(told.event());
        if (told.isNews() && told.event().withdrawnAt() == null) {
            // In one order for everybody, or two of them could wait for each other.
            told.event().authorIds().stream()
                    .distinct()
                    .sorted()
                    .map(author ->
                            News.of(Kind.COURSE_PUBLISHED, author, told.event().courseId())
                                    .on(told.event().courseId() + ":" + told.event().version())
                                    .inCourse(told.event().courseId()))
                    .forEach(announcing::announce);
        }
    }
}
