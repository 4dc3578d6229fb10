package dev.lectern.course.authoring.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.domain.Course;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.LessonId;
import dev.lectern.course.authoring.domain.LessonPlan;
import dev.lectern.course.authoring.domain.Outline;
import dev.lectern.course.authoring.domain.SectionId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author plans sections and lessons and puts them in order.
@Service
@Transactional
public class Outlining {

    private final Drafts drafts;
    private final CourseMaterials materials;

    Outlining(Drafts drafts, CourseMaterials materials) {
        this.drafts = drafts;
        this.materials = materials;
    }

    /// A lesson as it is planned: where, and as what.
    public record Placed(SectionId section, LessonPlan plan) {}

    public SectionId addSection(CourseId id, String title, Caller caller) {
        var course = drafts.open(id, caller);
        var section = course.addSection(title);
        drafts.save(course);
        return section;
    }

    public void renameSection(
            CourseId id, SectionId section, String title, IfMatch ifMatch, Caller caller) {
        edit(id, ifMatch, caller, course -> course.renameSection(section, title));
    }

    public void removeSection(CourseId id, SectionId section, IfMatch ifMatch, Caller caller) {
        edit(id, ifMatch, caller, course -> course.removeSection(section));
    }

    public LessonId addLesson(CourseId id, Placed lesson, Caller caller) {
        var course = drafts.open(id, caller);
        var added = course.addLesson(lesson.section(), lesson.plan());
        materials.requireKnown(id, lesson.plan().ref());
        drafts.save(course);
        return added;
    }

    /// @param change what becomes of the lesson as it is now
    public void changeLesson(
            CourseId id,
            LessonId lesson,
            UnaryOperator<Placed> change,
            IfMatch ifMatch,
            Caller caller) {
        edit(
                id,
                ifMatch,
                caller,
                course -> {
                    var changed = change.apply(placed(course.outline(), lesson));
                    course.changeLesson(lesson, changed.section(), changed.plan());
                    materials.requireKnown(id, changed.plan().ref());
                });
    }

    public void removeLesson(CourseId id, LessonId lesson, IfMatch ifMatch, Caller caller) {
        edit(id, ifMatch, caller, course -> course.removeLesson(lesson));
    }

    public void arrange(CourseId id, List<Outline.Arranged> order, IfMatch ifMatch, Caller caller) {
        edit(id, ifMatch, caller, course -> course.arrange(order));
    }

    private void edit(CourseId id, IfMatch ifMatch, Caller caller, Consumer<Course> change) {
        var course = drafts.open(id, ifMatch, caller);
        change.accept(course);
        drafts.save(course);
    }

    private static Placed placed(Outline outline, LessonId id) {
        var lesson = outline.lesson(id.value()).orElseThrow(GenericRefusal::notFound);
        var section = outline.sectionOf(id.value()).orElseThrow(GenericRefusal::notFound);
        return new Placed(
                new SectionId(section.id()),
                new LessonPlan(
                        lesson.title(),
                        lesson.kind(),
                        lesson.required(),
                        lesson.preview(),
                        lesson.ref()));
    }
}
