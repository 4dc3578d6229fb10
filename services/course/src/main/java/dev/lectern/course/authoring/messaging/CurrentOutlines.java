package dev.lectern.course.authoring.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.course.authoring.domain.Course;
import dev.lectern.course.authoring.domain.Courses;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.course.CourseOutlineChanged;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// The outline of every draft as it is now, for a copy that is built anew.
@Component
class CurrentOutlines implements CurrentState {

    private final Courses courses;

    CurrentOutlines(Courses courses) {
        this.courses = courses;
    }

    static CourseOutlineChanged of(Course course) {
        return new CourseOutlineChanged(
                course.id().value(),
                course.outline()
                        .lessons()
                        .map(lesson ->
                                new CourseOutlineChanged.Lesson(
                                        lesson.id(), lesson.title(), lesson.kind().name()))
                        .toList());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return CourseOutlineChanged.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return courses
                .findByIdValueGreaterThanOrderByIdValue(
                        CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(course -> new Snapshot(course.id().value(), of(course)))
                .toList();
    }
}
