package dev.lectern.course.authoring.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.course.authoring.domain.Course;
import dev.lectern.course.authoring.domain.Courses;
import dev.lectern.course.authoring.domain.Member;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.course.CourseMembershipChanged;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// The members of every course as they are now, for a copy that is built anew.
@Component
class CurrentMembers implements CurrentState {

    private final Courses courses;

    CurrentMembers(Courses courses) {
        this.courses = courses;
    }

    static CourseMembershipChanged of(Course course) {
        return new CourseMembershipChanged(
                course.id().value(),
                course.members().stream()
                        .sorted(Comparator.comparing(Member::userId))
                        .map(member ->
                                new CourseMembershipChanged.Member(
                                        member.userId(), member.role().name()))
                        .toList());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return CourseMembershipChanged.class;
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
