package dev.lectern.review.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.copy.NameCopy;
import dev.lectern.common.security.Caller;
import dev.lectern.review.domain.Opinion;
import dev.lectern.review.domain.Review;
import dev.lectern.review.domain.ReviewId;
import dev.lectern.review.domain.ReviewRefused;
import dev.lectern.review.domain.Reviews;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A learner reviews a course, once.
@Service
@Transactional
public class Reviewing {

    private final Reviews reviews;
    private final MembershipCopy members;
    private final LearnerStandings standings;
    private final Counting counting;
    private final NameCopy names;
    private final Clock clock;

    Reviewing(
            Reviews reviews,
            MembershipCopy members,
            LearnerStandings standings,
            Counting counting,
            NameCopy names,
            Clock clock) {
        this.reviews = reviews;
        this.members = members;
        this.standings = standings;
        this.counting = counting;
        this.names = names;
        this.clock = clock;
    }

    /// What a learner says of a course.
    public record Post(UUID courseId, Opinion opinion) {}

    public ReviewId post(Post command, Caller caller) {
        var course = command.courseId();
        if (members.has(course, caller.id())) {
            throw ReviewRefused.ownCourse();
        }
        var standing =
                standings.inForce(caller.id(), course).orElseThrow(ReviewRefused::notEnrolled);
        reviews.findByLearnerIdAndCourseId(caller.id(), course)
                .ifPresent(existing -> {
                    throw ReviewRefused.alreadyReviewed(existing.id());
                });
        var review = reviews.save(Review.post(standing, command.opinion(), clock.instant()));
        counting.count(review, Optional.empty());
        names.show(caller.id());
        return review.id();
    }
}
