package dev.lectern.review.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.review.domain.Review;
import dev.lectern.review.domain.ReviewId;
import dev.lectern.review.domain.ReviewRefused;
import dev.lectern.review.domain.Reviews;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A moderator decides whether a review stays. That answers all reports of it.
@Service
@Transactional
public class Moderating {

    private final Reviews reviews;
    private final MembershipCopy members;
    private final Counting counting;
    private final JdbcClient jdbc;
    private final Clock clock;

    Moderating(
            Reviews reviews,
            MembershipCopy members,
            Counting counting,
            JdbcClient jdbc,
            Clock clock) {
        this.reviews = reviews;
        this.members = members;
        this.counting = counting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void remove(ReviewId id, String reason, Caller caller) {
        decide(id, caller, review -> review.takeOut(reason, clock.instant()));
    }

    public void keep(ReviewId id, Caller caller) {
        decide(id, caller, Review::putBack);
    }

    private void decide(ReviewId id, Caller caller, Consumer<Review> decision) {
        caller.requireAny(Role.moderator, Role.admin);
        var review = reviews.findById(id).orElseThrow(GenericRefusal::notFound);
        if (members.has(review.courseId(), caller.id())) {
            throw ReviewRefused.ownCourse();
        }
        var before = review.countedStars();
        decision.accept(review);
        reviews.save(review);
        counting.count(review, before);
        jdbc.sql("update review_report set open = false where review_id = :review and open")
                .param("review", id.value())
                .update();
    }
}
