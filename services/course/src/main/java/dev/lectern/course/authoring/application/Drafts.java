package dev.lectern.course.authoring.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.domain.Course;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.Courses;
import org.springframework.stereotype.Component;

/// Opens drafts for those who may edit them, and for nobody else.
@Component
class Drafts {

    private final Courses courses;

    Drafts(Courses courses) {
        this.courses = courses;
    }

    /// The draft, its row locked until the transaction ends.
    Course open(CourseId id, Caller caller) {
        var course = courses.findById(id).orElseThrow(GenericRefusal::notFound);
        course.requireMember(caller.id());
        return course;
    }

    /// As above for an edit that was made on a known version of it.
    Course open(CourseId id, IfMatch ifMatch, Caller caller) {
        var course = open(id, caller);
        ifMatch.require(course.version());
        return course;
    }

    void save(Course course) {
        courses.save(course);
    }
}
