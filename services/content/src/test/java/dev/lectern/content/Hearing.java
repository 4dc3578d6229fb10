package dev.lectern.content;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.AssetCopy;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.copy.SequenceCopy;
import dev.lectern.common.event.Received;
import dev.lectern.content.authoring.application.KeepingOutlines;
import dev.lectern.content.delivery.application.KeepingVersions;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseOutlineChanged;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentLessonCompleted;
import dev.lectern.events.enrollment.EnrollmentRestored;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSuspended;
import dev.lectern.events.media.AssetReady;
import dev.lectern.testing.facts.Enrolled;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Lets the service hear facts without a broker between: in the order of the calls, or with a
/// sequence of the test's choice.
public final class Hearing {

    private static final AtomicLong LAST = new AtomicLong(1_000);

    private final KeepingOutlines outlines;
    private final MembershipCopy members;
    private final KeepingVersions versions;
    private final AccessCopy access;
    private final SequenceCopy lessons;
    private final AssetCopy assets;

    Hearing(
            KeepingOutlines outlines,
            MembershipCopy members,
            KeepingVersions versions,
            AccessCopy access,
            SequenceCopy lessons,
            AssetCopy assets) {
        this.outlines = outlines;
        this.members = members;
        this.versions = versions;
        this.access = access;
        this.lessons = lessons;
        this.assets = assets;
    }

    public void of(ContractEvent... facts) {
        for (var fact : facts) {
            at(LAST.incrementAndGet(), fact);
        }
    }

    public void at(long sequence, ContractEvent fact) {
        switch (fact) {
            case CourseOutlineChanged e -> outlines.keep(received(sequence, e));
            case CourseMembershipChanged e -> members.keep(received(sequence, e));
            case CoursePublished e -> versions.keep(received(sequence, e));
            case EnrollmentGranted e -> access.granted(received(sequence, e));
            case EnrollmentSuspended e -> access.suspended(received(sequence, e));
            case EnrollmentRestored e -> access.restored(received(sequence, e));
            case EnrollmentRevoked e -> access.revoked(received(sequence, e));
            case EnrollmentExpired e -> access.expired(received(sequence, e));
            case EnrollmentLessonCompleted e -> lessons.keep(e);
            case AssetReady e -> assets.keep(e);
            default -> throw new IllegalArgumentException("nobody tells content " + fact);
        }
    }

    private static <E extends ContractEvent> Received<E> received(long sequence, E fact) {
        return new Received<>(
                fact, UUID.randomUUID(), UUID.randomUUID(), sequence, Enrolled.GRANTED_AT);
    }
}
