package dev.lectern.course.catalog.jobs;

import dev.lectern.common.task.DurableTasks;
import dev.lectern.course.authoring.domain.CourseEvent;
import dev.lectern.course.authoring.domain.VersionId;
import dev.lectern.course.catalog.application.Listings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Leaves the listing behind in the transaction of the publication, and does it after.
@Component
class ListingAfterPublication {

    private final DurableTasks tasks;

    ListingAfterPublication(DurableTasks tasks) {
        this.tasks = tasks;
    }

    @EventListener
    void schedule(CourseEvent.Published happened) {
        list(happened.version().id());
    }

    @EventListener
    void schedule(CourseEvent.RolledBack happened) {
        list(happened.version().id());
    }

    @EventListener
    void schedule(CourseEvent.Withdrawn happened) {
        tasks.soon(Listings.UNLIST, happened.course().id().value().toString());
    }

    private void list(VersionId id) {
        var listing = new Listings.Version(id.courseId(), id.version());
        tasks.soon(Listings.LIST, listing.key(), listing);
    }
}
