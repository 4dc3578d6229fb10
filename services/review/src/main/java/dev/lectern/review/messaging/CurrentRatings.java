package dev.lectern.review.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.review.RatingChanged;
import dev.lectern.review.domain.CourseRating;
import dev.lectern.review.domain.CourseRatings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// The rating of every course as it is now, for a copy that is built anew.
@Component
class CurrentRatings implements CurrentState {

    private final CourseRatings ratings;

    CurrentRatings(CourseRatings ratings) {
        this.ratings = ratings;
    }

    static RatingChanged of(CourseRating rating) {
        return new RatingChanged(rating.courseId(), rating.average().orElse(null), rating.count());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return RatingChanged.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return ratings
                .findByCourseIdGreaterThanOrderByCourseId(
                        CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(rating -> new Snapshot(rating.courseId(), of(rating)))
                .toList();
    }
}
