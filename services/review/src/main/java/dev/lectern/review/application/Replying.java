package dev.lectern.review.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.copy.NameCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.review.domain.Review;
import dev.lectern.review.domain.ReviewId;
import dev.lectern.review.domain.Reviews;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who teaches a course answers a review of it that everybody sees.
@Service
@Transactional
public class Replying {

    private final Reviews reviews;
    private final MembershipCopy members;
    private final NameCopy names;
    private final Clock clock;

    Replying(Reviews reviews, MembershipCopy members, NameCopy names, Clock clock) {
        this.reviews = reviews;
        this.members = members;
        this.names = names;
        this.clock = clock;
    }

    public void reply(ReviewId id, String text, Caller caller) {
        var review =
                reviews.findById(id)
                        .filter(Review::counts)
                        .filter(one -> members.has(one.courseId(), caller.id()))
                        .orElseThrow(GenericRefusal::notFound);
        review.reply(text, caller.id(), clock.instant());
        reviews.save(review);
        names.show(caller.id());
    }
}
