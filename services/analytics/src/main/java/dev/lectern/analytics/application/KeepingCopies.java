package dev.lectern.analytics.application;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.Envelope;
import dev.lectern.common.event.EventJson;
import dev.lectern.common.event.Received;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRestored;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSuspended;
import org.springframework.stereotype.Component;

/// Which of all events also say who may see or be counted in what.
@Component
class KeepingCopies {

    private final MembershipCopy members;
    private final AccessCopy access;
    private final Audience audience;

    KeepingCopies(MembershipCopy members, AccessCopy access, Audience audience) {
        this.members = members;
        this.access = access;
        this.audience = audience;
    }

    void keep(Envelope it) {
        switch (it.type()) {
            case "course.membership-changed.v1" ->
                    members.keep(received(it, CourseMembershipChanged.class));
            case "course.published.v1" -> audience.keep(received(it, CoursePublished.class));
            case "enrollment.granted.v1" -> access.granted(received(it, EnrollmentGranted.class));
            case "enrollment.suspended.v1" ->
                    access.suspended(received(it, EnrollmentSuspended.class));
            case "enrollment.restored.v1" ->
                    access.restored(received(it, EnrollmentRestored.class));
            case "enrollment.revoked.v1" -> access.revoked(received(it, EnrollmentRevoked.class));
            case "enrollment.expired.v1" -> access.expired(received(it, EnrollmentExpired.class));
            default -> {
                // Says nothing of that; it is logged like every other.
            }
        }
    }

    private static <E extends ContractEvent> Received<E> received(Envelope it, Class<E> type) {
        return new Received<>(
                EventJson.data(it, type), it.id(), it.subject(), it.order(), it.time());
    }
}
