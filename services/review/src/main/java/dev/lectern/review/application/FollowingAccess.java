package dev.lectern.review.application;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.event.Received;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRestored;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSuspended;
import dev.lectern.review.domain.Reviews;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A review follows its learner's access: revoked, it leaves the rating; given again, it is back.
/// What the review does is read from the copy, never from the event, so that facts may come late,
/// twice and in any order.
@Service
@Transactional
public class FollowingAccess {

    private final AccessCopy access;
    private final Reviews reviews;
    private final LearnerStandings standings;
    private final Counting counting;

    FollowingAccess(
            AccessCopy access, Reviews reviews, LearnerStandings standings, Counting counting) {
        this.access = access;
        this.reviews = reviews;
        this.standings = standings;
        this.counting = counting;
    }

    public void granted(Received<EnrollmentGranted> received) {
        access.granted(received);
        follow(received.event().learnerId(), received.event().courseId());
    }

    public void suspended(Received<EnrollmentSuspended> received) {
        access.suspended(received);
        follow(received.event().learnerId(), received.event().courseId());
    }

    public void restored(Received<EnrollmentRestored> received) {
        access.restored(received);
        follow(received.event().learnerId(), received.event().courseId());
    }

    public void revoked(Received<EnrollmentRevoked> received) {
        access.revoked(received);
        follow(received.event().learnerId(), received.event().courseId());
    }

    public void expired(Received<EnrollmentExpired> received) {
        access.expired(received);
        follow(received.event().learnerId(), received.event().courseId());
    }

    /// The review is locked before the copy is read: of two facts of one learner the later one sees
    /// what the earlier one left.
    private void follow(UUID learner, UUID course) {
        reviews.findByLearnerIdAndCourseId(learner, course)
                .ifPresent(review -> {
                    var before = review.countedStars();
                    review.accessIs(standings.isRevoked(learner, course));
                    reviews.save(review);
                    counting.count(review, before);
                });
    }
}
