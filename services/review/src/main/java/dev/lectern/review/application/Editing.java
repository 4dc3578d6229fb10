package dev.lectern.review.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.review.domain.Editions;
import dev.lectern.review.domain.Opinion;
import dev.lectern.review.domain.ReviewId;
import dev.lectern.review.domain.Reviews;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A learner changes what they said. How it read before is kept.
@Service
@Transactional
public class Editing {

    private final Reviews reviews;
    private final Editions editions;
    private final Counting counting;
    private final Clock clock;

    Editing(Reviews reviews, Editions editions, Counting counting, Clock clock) {
        this.reviews = reviews;
        this.editions = editions;
        this.counting = counting;
        this.clock = clock;
    }

    /// @param change what becomes of the opinion as it is now
    public void edit(ReviewId id, UnaryOperator<Opinion> change, IfMatch ifMatch, Caller caller) {
        var review =
                reviews.findById(id)
                        .filter(one -> one.learnerId().equals(caller.id()))
                        .orElseThrow(GenericRefusal::notFound);
        ifMatch.require(review.version());
        var before = review.countedStars();
        review.edit(change.apply(review.opinion()), clock.instant()).ifPresent(editions::save);
        reviews.save(review);
        counting.count(review, before);
    }
}
