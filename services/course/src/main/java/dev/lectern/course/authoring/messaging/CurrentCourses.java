package dev.lectern.course.authoring.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.course.authoring.domain.Course;
import dev.lectern.course.authoring.domain.Courses;
import dev.lectern.course.authoring.domain.Member;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseOutlineChanged;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;

/// The members of every course and the outline of every draft as they are now, for a copy that is
/// built anew.
@Configuration(proxyBeanMethods = false)
class CurrentCourses {

    @Bean
    CurrentState currentMembers(Courses courses) {
        return new EachCourse(courses, CourseMembershipChanged.class, CurrentCourses::membersOf);
    }

    @Bean
    CurrentState currentOutlines(Courses courses) {
        return new EachCourse(courses, CourseOutlineChanged.class, CurrentCourses::outlineOf);
    }

    static CourseMembershipChanged membersOf(Course course) {
        return new CourseMembershipChanged(
                course.id().value(),
                course.members().stream()
                        .sorted(Comparator.comparing(Member::userId))
                        .map(member ->
                                new CourseMembershipChanged.Member(
                                        member.userId(), member.role().name()))
                        .toList());
    }

    static CourseOutlineChanged outlineOf(Course course) {
        return new CourseOutlineChanged(
                course.id().value(),
                course.outline()
                        .lessons()
                        .map(lesson ->
                                new CourseOutlineChanged.Lesson(
                                        lesson.id(), lesson.title(), lesson.kind().name()))
                        .toList());
    }

    private record EachCourse(
            Courses courses,
            Class<? extends ContractEvent> type,
            Function<Course, ContractEvent> toldBy)
            implements CurrentState {

        @Override
        public List<Snapshot> after(@Nullable UUID id, int limit) {
            return courses
                    .findByIdValueGreaterThanOrderByIdValue(
                            CurrentState.startingAfter(id), Limit.of(limit))
                    .stream()
                    .map(course -> new Snapshot(course.id().value(), toldBy.apply(course)))
                    .toList();
        }
    }
}
