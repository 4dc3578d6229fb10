package dev.lectern.course.authoring.application;

import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.course.authoring.domain.Course;
import dev.lectern.course.authoring.domain.CourseDetails;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.Courses;
import dev.lectern.course.authoring.domain.Run;
import dev.lectern.course.authoring.domain.Runs;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An instructor starts a course: an empty draft and the run it will be offered in.
@Service
@Transactional
public class StartingCourses {

    private final Courses courses;
    private final Runs runs;
    private final Slugs slugs;
    private final Clock clock;

    StartingCourses(Courses courses, Runs runs, Slugs slugs, Clock clock) {
        this.courses = courses;
        this.runs = runs;
        this.slugs = slugs;
        this.clock = clock;
    }

    public CourseId start(CourseDetails details, Caller caller) {
        caller.requireAny(Role.instructor);
        var id = CourseId.next();
        var slug = slugs.forTitle(id, details.title());
        var course = Course.start(id, slug, details, caller.id(), clock.instant());
        courses.save(course);
        runs.save(Run.defaultOf(course));
        return id;
    }
}
