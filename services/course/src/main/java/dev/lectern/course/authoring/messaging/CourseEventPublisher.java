package dev.lectern.course.authoring.messaging;

import dev.lectern.common.event.Outbox;
import dev.lectern.course.authoring.domain.CourseEvent;
import dev.lectern.course.authoring.domain.RunEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what leaves the house: every domain event, as its contract, in the same transaction. A
/// new one does not compile until it has a line here.
@Component
class CourseEventPublisher {

    private final Outbox outbox;

    CourseEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(CourseEvent happened) {
        var course = happened.course();
        var id = course.id().value();
        switch (happened) {
            case CourseEvent.MembersChanged _ ->
                    outbox.append(id, CurrentCourses.membersOf(course));
            case CourseEvent.OutlineChanged _ ->
                    outbox.append(id, CurrentCourses.outlineOf(course));
            case CourseEvent.Published(_, var version) ->
                    outbox.append(id, CurrentVersions.of(version, null));
            // The same event as when it was published: what was said last is what newcomers get.
            case CourseEvent.RolledBack(_, var version) ->
                    outbox.append(id, CurrentVersions.of(version, null));
            case CourseEvent.Withdrawn(_, var version) ->
                    outbox.append(id, CurrentVersions.of(version, course.withdrawnAt()));
            // What a draft says is told with the next version.
            case CourseEvent.Described _ -> {}
            // A review is between the author and the reviewer; nobody else acts on it.
            case CourseEvent.Submitted _, CourseEvent.Rejected _ -> {}
        }
    }

    @EventListener
    void publish(RunEvent happened) {
        switch (happened) {
            case RunEvent.Changed(var run) -> outbox.append(run.id().value(), CurrentRuns.of(run));
        }
    }
}
