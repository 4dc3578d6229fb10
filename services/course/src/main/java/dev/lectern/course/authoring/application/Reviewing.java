package dev.lectern.course.authoring.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.course.authoring.domain.Course;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.Courses;
import dev.lectern.course.authoring.domain.PinnedRevisions;
import dev.lectern.course.authoring.domain.PublishedVersions;
import dev.lectern.course.authoring.domain.Review;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A reviewer decides on a submitted course. Approving it publishes it.
@Service
@Transactional
public class Reviewing {

    static final Role[] REVIEWERS = {Role.moderator, Role.admin};

    private final Courses courses;
    private final PublishedVersions versions;
    private final Clock clock;

    Reviewing(Courses courses, PublishedVersions versions, Clock clock) {
        this.courses = courses;
        this.versions = versions;
        this.clock = clock;
    }

    public record Approve(CourseId course, @Nullable String note) {}

    /// @param reasons at least one
    public record Reject(CourseId course, List<Review.Reason> reasons, @Nullable String note) {}

    /// @param pins the bodies that content keeps for this version
    public void approve(Approve command, PinnedRevisions pins, Caller caller) {
        var course = open(command.course(), caller);
        versions.save(course.approve(pins, command.note(), caller.id(), clock.instant()));
        courses.save(course);
    }

    public void reject(Reject command, Caller caller) {
        var course = open(command.course(), caller);
        course.reject(command.reasons(), command.note(), caller.id(), clock.instant());
        courses.save(course);
    }

    private Course open(CourseId id, Caller caller) {
        caller.requireAny(REVIEWERS);
        return courses.findById(id).orElseThrow(GenericRefusal::notFound);
    }
}
