package dev.lectern.review.application;

import dev.lectern.review.domain.CourseRating;
import dev.lectern.review.domain.CourseRatings;
import dev.lectern.review.domain.Review;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the rating of a course what a recount of its reviews would find.
@Component
class Counting {

    private final CourseRatings ratings;
    private final JdbcClient jdbc;

    Counting(CourseRatings ratings, JdbcClient jdbc) {
        this.ratings = ratings;
        this.jdbc = jdbc;
    }

    /// To be called by who holds the row of the review, or has made it.
    ///
    /// @param before what it added until now
    void count(Review review, Optional<Integer> before) {
        var after = review.countedStars();
        if (before.equals(after)) {
            return;
        }
        var rating = locked(review.courseId());
        rating.replace(before, after);
        ratings.save(rating);
    }

    /// Makes sure that there is a row to lock.
    private CourseRating locked(UUID course) {
        jdbc.sql("insert into course_rating values (:course, 0, 0, 0, 0, 0) on conflict do nothing")
                .param("course", course)
                .update();
        return ratings.findByCourseId(course).orElseThrow();
    }
}
