package dev.lectern.events.course;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.List;
import java.util.UUID;

/// Everybody who may edit a course, as it is now.
@EventType("course.membership-changed.v1")
public record CourseMembershipChanged(UUID courseId, List<Member> members)
        implements ContractEvent {

    /// One person who may edit.
    ///
    /// @param role AUTHOR, CO_AUTHOR or ASSISTANT
    public record Member(UUID userId, String role) {}
}
